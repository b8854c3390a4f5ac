#include "server/desk/addresshandler.h"

#include "server/store/addressstore.h"
#include "server/store/addresswords.h"

#include <algorithm>

namespace deskbell::server {

namespace {

constexpr qsizetype mostWords = 8;
/// So many matches are put in order. Where there are more, one more letter tells more than any order of theirs.
constexpr int candidates = 100;

struct Ranked
{
    qsizetype whole = 0; ///< How many of the query's words are there as they are, and not as a beginning.
    qsizetype first = 0; ///< Where the first of the query's words is.
    const api::Address *address = nullptr;
};

Ranked rank(const QStringList &query, const api::Address &address)
{
    const QStringList words = addressWords(address.label);
    Ranked ranked;
    ranked.address = &address;
    ranked.whole = std::count_if(query.begin(), query.end(), [&](const QString &word) { return words.contains(word); });
    const auto found =
        std::find_if(words.begin(), words.end(), [&](const QString &word) { return word.startsWith(query.first()); });
    ranked.first = found - words.begin();
    return ranked;
}

QList<api::Address> bestFirst(const QStringList &query, const QList<api::Address> &found)
{
    std::vector<Ranked> ranked;
    ranked.reserve(size_t(found.size()));
    for (const api::Address &each : found)
        ranked.push_back(rank(query, each));
    std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked &a, const Ranked &b) {
        if (a.whole != b.whole)
            return a.whole > b.whole;
        if (a.first != b.first)
            return a.first < b.first;
        return a.address->label < b.address->label;
    });
    QList<api::Address> sorted;
    for (const Ranked &each : ranked)
        sorted.append(*each.address);
    return sorted;
}

} // namespace

Result<api::AddressSearchAnswer> AddressHandler::handle(const api::AddressSearch &command)
{
    const QStringList words = addressWords(command.query).mid(0, mostWords);
    AddressStore addresses(m_request.transaction);
    if (words.isEmpty() && !command.query.trimmed().isEmpty())
        return api::AddressSearchAnswer{}; // nothing but signs, which no address is found by
    if (words.isEmpty())
        return api::AddressSearchAnswer{addresses.find({}, AddressStore::Match::Beginnings, command.limit)};
    // Whoever has typed all of it finds it, however many addresses go on behind it.
    QList<api::Address> found = addresses.find(words, AddressStore::Match::Whole, candidates);
    for (const api::Address &each : addresses.find(words, AddressStore::Match::Beginnings, candidates)) {
        if (!found.contains(each))
            found.append(each);
    }
    return api::AddressSearchAnswer{bestFirst(words, found).mid(0, command.limit)};
}

} // namespace deskbell::server
