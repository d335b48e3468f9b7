#include "tests/support/certificate.h"

#include <cstdio>

#include "tests/support/process.h"

namespace footlight::tests {

Certificate::Certificate(const std::string& name) {
    const auto made =
        run({"openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
             "-days", "2", "-subj", "/CN=" + name, "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
             "-keyout", key().string(), "-out", certificate().string()});
    if (made.exitCode != 0) {
        std::fprintf(stderr, "openssl: %s\n", made.output.c_str());
    }
}

void Certificate::replace(const Certificate& other) const {
    using std::filesystem::copy_options;
    std::filesystem::copy_file(key(), other.key(), copy_options::overwrite_existing);
    std::filesystem::copy_file(certificate(), other.certificate(), copy_options::overwrite_existing);
}

}  // namespace footlight::tests
