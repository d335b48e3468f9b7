#pragma once

#include <memory>

#include "app/shared/settings.h"
#include "core/base/logger.h"
#include "core/net/async/task.h"
#include "core/net/stream/tls.h"

namespace footlight::app {

/// The relay's certificate as the settings relay.tls_certificate and relay.tls_key name it; null where they
/// are empty. Invalid where only one is given; whatever TlsServer::load says.
Result<std::shared_ptr<net::TlsServer>> loadCertificate(const Settings& settings);

/// Takes a renewed certificate some seconds after its files were changed, for connections to come. Until it
/// is cancelled; a file that cannot be used is told once.
net::Task<> watchCertificate(std::shared_ptr<net::TlsServer> certificate, Logger logger);

}  // namespace footlight::app
