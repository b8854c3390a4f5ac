#pragma once

#include "shared/api/entities.h"
#include "shared/api/operation.h"

/// What can be asked about postal addresses.
namespace deskbell::api {

/// A postal address, for forms that complete what one types.
struct Address
{
    AddressId id;
    QString label; ///< All of it in one line.
    QString street;
    QString houseNumber;
    QString postalCode;
    QString city;
    QString country;

    static constexpr auto fields()
    {
        using namespace json;
        return std::tuple{field("id", &Address::id),
                          field("label", &Address::label),
                          field("street", &Address::street),
                          field("houseNumber", &Address::houseNumber),
                          field("postalCode", &Address::postalCode),
                          field("city", &Address::city),
                          field("country", &Address::country)};
    }
    bool operator==(const Address &) const = default;
};

struct AddressSearchAnswer
{
    QList<Address> addresses; ///< Best match first.

    static constexpr auto fields()
    {
        return std::tuple{json::field("addresses", &AddressSearchAnswer::addresses, json::list(50))};
    }
    bool operator==(const AddressSearchAnswer &) const = default;
};

/// Addresses with words that begin as those of the query, in any order, without regard to case and accents; without a
/// query the first ones.
struct AddressSearch
{
    using Answer = AddressSearchAnswer;
    static constexpr Operation operation{"address.search", Method::Get,  "/addresses",
                                         Access::Anyone,   Effect::Read, "Find addresses by what one types"};
    QString query;
    int limit = 10;

    static constexpr auto fields()
    {
        using namespace json;
        return std::tuple{field("query", &AddressSearch::query, orDefault(json::text(0, 200))),
                          field("limit", &AddressSearch::limit, orDefault(range(1, 50)))};
    }
    bool operator==(const AddressSearch &) const = default;
};

} // namespace deskbell::api
