#include "server/webhooks/publicaddress.h"

#include <algorithm>
#include <array>

namespace deskbell::server {

namespace {

/// RFC 6890 and its kin, and what translates or tunnels to IPv4.
constexpr std::array closed{"0.0.0.0/8",     "10.0.0.0/8",      "100.64.0.0/10",  "127.0.0.0/8",    "169.254.0.0/16",
                            "172.16.0.0/12", "192.0.0.0/24",    "192.0.2.0/24",   "192.88.99.0/24", "192.168.0.0/16",
                            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",    "::/96",
                            "64:ff9b::/96",  "64:ff9b:1::/48",  "100::/64",       "2001::/23",      "2001:db8::/32",
                            "2002::/16",     "fc00::/7",        "fe80::/10",      "fec0::/10",      "ff00::/8"};

} // namespace

bool isPublic(const QHostAddress &address)
{
    // An IPv4 address in IPv6's clothes is judged as what it is.
    bool isIp4 = false;
    const quint32 ip4 = address.toIPv4Address(&isIp4);
    const QHostAddress judged = isIp4 ? QHostAddress(ip4) : address;
    return !judged.isNull() && std::none_of(closed.begin(), closed.end(), [&](const char *range) {
        return judged.isInSubnet(QHostAddress::parseSubnet(QString::fromLatin1(range)));
    });
}

} // namespace deskbell::server
