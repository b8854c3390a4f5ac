#pragma once

#include <QHostAddress>

namespace deskbell::server {

/// Whether an address is one of the open Internet: not of this machine, of the network it stands in, or of one of the
/// ranges that lead to either by another way. What a webhook may not reach, so that nobody asks our neighbours through
/// us.
bool isPublic(const QHostAddress &address);

} // namespace deskbell::server
