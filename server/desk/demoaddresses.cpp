#include "server/desk/demoaddresses.h"

#include "server/store/addressstore.h"

namespace deskbell::server {

QList<api::Address> demoAddresses()
{
    struct Sample
    {
        const char *street;
        const char *houseNumber;
        const char *postalCode;
        const char *city;
        const char *country;
    };
    constexpr Sample samples[] = {
        {"Hauptstraße", "12", "10827", "Berlin", "Germany"},
        {"Hauptstraße", "121", "10827", "Berlin", "Germany"},
        {"Berliner Straße", "7", "33330", "Gütersloh", "Germany"},
        {"Große Elbstraße", "68", "22767", "Hamburg", "Germany"},
        {"Marienplatz", "1", "80331", "München", "Germany"},
        {"Königsallee", "27a", "40212", "Düsseldorf", "Germany"},
        {"Mariahilfer Straße", "88", "1070", "Wien", "Austria"},
        {"Getreidegasse", "9", "5020", "Salzburg", "Austria"},
        {"Bahnhofstrasse", "42", "8001", "Zürich", "Switzerland"},
        {"Rue de l'Église", "3", "75015", "Paris", "France"},
        {"Avenue des Champs-Élysées", "50", "75008", "Paris", "France"},
        {"Place Bellecour", "4", "69002", "Lyon", "France"},
        {"Carrer de Mallorca", "401", "08013", "Barcelona", "Spain"},
        {"Calle Gran Vía", "28", "28013", "Madrid", "Spain"},
        {"Via Garibaldi", "15", "16124", "Genova", "Italy"},
        {"Ulica Łódzka", "23", "60-101", "Poznań", "Poland"},
        {"Strøget", "11", "1160", "København", "Denmark"},
        {"Drottninggatan", "53", "111 21", "Stockholm", "Sweden"},
        {"Prinsengracht", "263", "1016 GV", "Amsterdam", "Netherlands"},
        {"Baker Street", "221b", "NW1 6XE", "London", "United Kingdom"},
        {"High Street", "14", "EH1 1TB", "Edinburgh", "United Kingdom"},
        {"Main Street", "500", "02139", "Cambridge", "United States"},
    };
    QList<api::Address> addresses;
    for (const Sample &sample : samples) {
        api::Address address;
        address.id = AddressId::generate();
        address.street = QString::fromUtf8(sample.street);
        address.houseNumber = QString::fromUtf8(sample.houseNumber);
        address.postalCode = QString::fromUtf8(sample.postalCode);
        address.city = QString::fromUtf8(sample.city);
        address.country = QString::fromUtf8(sample.country);
        address.label = labelOf(address);
        addresses.append(address);
    }
    return addresses;
}

} // namespace deskbell::server
