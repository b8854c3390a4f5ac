#pragma once

#include <QByteArray>

namespace deskbell::server::engineio {

/// 120 random bits in 20 characters `[A-Za-z0-9_-]`, from the system's generator: not to be guessed.
QByteArray randomId();

} // namespace deskbell::server::engineio
