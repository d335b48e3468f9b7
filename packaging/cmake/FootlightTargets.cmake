# One folder is one target. The name follows the folder: core/net/http is footlight_core_net_http.
#
#   footlight_library(core/net/http
#     SOURCES server.cpp router.cpp
#     LINKS core/base core/net/async        # folders of ours, PUBLIC
#     EXTERNAL Boost::headers               # libraries of others, PUBLIC
#     PRIVATE_EXTERNAL OpenSSL::SSL         # libraries that no header of this folder shows
#     PRECOMPILE <boost/beast.hpp>          # heavy headers, compiled once for this target
#     QT)                                   # runs moc, rcc
include_guard()

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set(CMAKE_LIBRARY_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/lib")

find_program(FOOTLIGHT_CCACHE ccache)
if(FOOTLIGHT_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_C_COMPILER_LAUNCHER "${FOOTLIGHT_CCACHE}")
  # A precompiled header carries the time of its making; these let ccache look past it.
  set(CMAKE_CXX_COMPILER_LAUNCHER
      "${CMAKE_COMMAND};-E;env;CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime;${FOOTLIGHT_CCACHE}")
endif()

function(footlight_target_name folder out)
  string(REPLACE "/" "_" flat "${folder}")
  set(${out} "footlight_${flat}" PARENT_SCOPE)
endfunction()

function(footlight_target_settings target)
  # Every word that the functions below know, so that none is taken for a library.
  cmake_parse_arguments(ARG "QT;SERIAL;WHOLE" "TIMEOUT" "SOURCES;LINKS;EXTERNAL;PRIVATE_EXTERNAL;PRECOMPILE;LABELS;ENVIRONMENT" ${ARGN})
  get_target_property(type ${target} TYPE)
  set(visibility PUBLIC)
  if(type STREQUAL "EXECUTABLE")
    set(visibility PRIVATE)
  endif()
  target_include_directories(${target} ${visibility} "${CMAKE_SOURCE_DIR}")
  foreach(folder IN LISTS ARG_LINKS)
    footlight_target_name(${folder} dependency)
    target_link_libraries(${target} ${visibility} ${dependency})
  endforeach()
  target_link_libraries(${target} ${visibility} ${ARG_EXTERNAL} PRIVATE ${ARG_PRIVATE_EXTERNAL})
  if(ARG_PRECOMPILE)
    target_precompile_headers(${target} PRIVATE ${ARG_PRECOMPILE})
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
  endif()
  if(ARG_QT)
    set_target_properties(${target} PROPERTIES AUTOMOC ON AUTORCC ON)
    target_compile_definitions(${target} PRIVATE
      QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_DISABLE_DEPRECATED_BEFORE=0x060400)
  endif()
endfunction()

function(footlight_library folder)
  cmake_parse_arguments(ARG "QT" "" "SOURCES;LINKS;EXTERNAL;PRIVATE_EXTERNAL;PRECOMPILE" ${ARGN})
  footlight_target_name(${folder} target)
  add_library(${target} STATIC ${ARG_SOURCES})
  footlight_target_settings(${target} ${ARGN})
endfunction()

# A folder that holds headers alone.
function(footlight_interface_library folder)
  cmake_parse_arguments(ARG "" "" "LINKS;EXTERNAL" ${ARGN})
  footlight_target_name(${folder} target)
  add_library(${target} INTERFACE)
  target_include_directories(${target} INTERFACE "${CMAKE_SOURCE_DIR}")
  foreach(dependency IN LISTS ARG_LINKS)
    footlight_target_name(${dependency} name)
    target_link_libraries(${target} INTERFACE ${name})
  endforeach()
  target_link_libraries(${target} INTERFACE ${ARG_EXTERNAL})
endfunction()

# A program: footlight_program(footlight-relay SOURCES main.cpp LINKS core/base ...)
function(footlight_program name)
  cmake_parse_arguments(ARG "QT" "" "SOURCES;LINKS;EXTERNAL;PRIVATE_EXTERNAL;PRECOMPILE" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  footlight_target_settings(${name} ${ARGN})
endfunction()

# A test program of GoogleTest cases; CTest knows each case by name and runs them in parallel.
#   footlight_test(core_base SOURCES result_test.cpp LINKS core/base [SERIAL] [TIMEOUT 60] [LABELS e2e] [ENVIRONMENT A=b])
function(footlight_test name)
  cmake_parse_arguments(ARG "QT;SERIAL;WHOLE" "TIMEOUT" "SOURCES;LINKS;EXTERNAL;PRIVATE_EXTERNAL;PRECOMPILE;LABELS;ENVIRONMENT" ${ARGN})
  set(target "test_${name}")
  add_executable(${target} ${ARG_SOURCES})
  set(settings ${ARGN})
  footlight_target_settings(${target} ${ARGN})
  target_link_libraries(${target} PRIVATE GTest::gtest_main GTest::gmock)
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 60)
  endif()
  set(properties TIMEOUT ${ARG_TIMEOUT})
  if(ARG_SERIAL)
    list(APPEND properties RUN_SERIAL TRUE)
  endif()
  if(ARG_LABELS)
    list(APPEND properties LABELS "${ARG_LABELS}")
  endif()
  if(ARG_ENVIRONMENT)
    list(APPEND properties ENVIRONMENT "${ARG_ENVIRONMENT}")
  endif()
  if(ARG_WHOLE)
    # One CTest entry for the program: for cases that share a start-up worth sharing.
    add_test(NAME ${name} COMMAND ${target})
    set_tests_properties(${name} PROPERTIES ${properties})
  else()
    include(GoogleTest)
    gtest_discover_tests(${target} TEST_PREFIX "${name}." DISCOVERY_MODE PRE_TEST PROPERTIES ${properties})
  endif()
endfunction()
