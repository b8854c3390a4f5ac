#include "server/dialects/addresssearch.h"

namespace deskbell::server::dialects {

void searchAddresses(const Ask &ask)
{
    constexpr int usual = 10;
    constexpr int most = 50;
    constexpr qsizetype longest = 200; // what nobody types is cut and not refused
    const api::AddressSearch command{ask.query("q").left(longest), clampedLimit(ask.query("limit"), usual, most)};
    ask.request(command, [ask](const api::AddressSearchAnswer &found) { ask.answer(json::encode(found.addresses)); });
}

} // namespace deskbell::server::dialects
