# Writes OUTPUT, a source file that holds the text of each of FILES (NNN_name.sql) for core/store/schema.h.
set(entries "")
foreach(file IN LISTS FILES)
  get_filename_component(name "${file}" NAME_WE)
  string(REGEX MATCH "^[0-9]+" number "${name}")
  string(REGEX REPLACE "^0+" "" number "${number}")
  file(READ "${file}" text)
  string(APPEND entries "    Migration{${number}, \"${name}\", R\"sql(${text})sql\"},\n")
endforeach()
file(WRITE "${OUTPUT}" "#include \"core/store/schema.h\"

namespace footlight::store {

std::vector<Migration> embeddedMigrations() {
    return {
${entries}    };
}

}  // namespace footlight::store
")
