// A million addresses: how long they take to come in, and how long to find while somebody types.
// On PostgreSQL when DESKBELL_TEST_POSTGRESQL names an empty database. An argument sets another number of addresses.
#include "server/desk/addresshandler.h"
#include "server/desk/administration.h"
#include "tests/bench/micro/asking.h"

#include <QCoreApplication>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace deskbell;
using namespace deskbell::server;

namespace {

/// Street and town names that share their beginnings, as real ones do.
QString madeUpName(QRandomGenerator &random, int parts)
{
    static const QStringList syllables =
        QStringLiteral("ber lin haupt feld gar ten wald stein bach burg dorf kirch neu alt ober unter see berg hof tal "
                       "ros eich buch mark haus schul bahn")
            .split(u' ');
    QString name;
    for (int count = 0; count < parts; ++count)
        name += syllables[random.bounded(int(syllables.size()))];
    name[0] = name[0].toUpper();
    return name;
}

void generate(QFile &file, int count)
{
    QRandomGenerator random(1);
    QStringList towns;
    for (int i = 0; i < 3'000; ++i)
        towns.append(madeUpName(random, random.bounded(2, 4)));
    const QStringList kinds = QStringLiteral("straße weg allee platz gasse").split(u' ');
    QStringList streets;
    for (int i = 0; i < 40'000; ++i)
        streets.append(madeUpName(random, random.bounded(1, 4))
                       + (random.bounded(2) == 0 ? QStringLiteral(" ") : QString())
                       + kinds[random.bounded(int(kinds.size()))]);
    QTextStream out(&file);
    out << "street,houseNumber,postalCode,city,country\n";
    for (int i = 0; i < count; ++i) {
        const double share = random.generateDouble();
        const int town = int(share * share * double(towns.size())); // some towns are larger than others
        out << streets[random.bounded(int(streets.size()))] << ',' << random.bounded(1, 200) << ','
            << 10'000 + town * 17 << ',' << towns[town] << ",Germany\n";
    }
}

/// The most memory that this process has had so far, in bytes.
qint64 peakBytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("VmHWM:") + 6;
    return text.mid(at, text.indexOf("kB", at) - at).trimmed().toLongLong() * 1024;
}

} // namespace

int main(int count, char **arguments)
{
    const QCoreApplication application(count, arguments);
    const int addresses = count > 1 ? QString::fromLocal8Bit(arguments[1]).toInt() : 1'000'000;
    const QTemporaryDir folder(QStringLiteral("addresses-XXXXXX"));
    StorageSettings storage;
    storage.dataFolder = folder.path();
    storage.url = qEnvironmentVariable("DESKBELL_TEST_POSTGRESQL");
    QFile file(folder.filePath(QStringLiteral("addresses.csv")));
    if (!file.open(QIODevice::ReadWrite))
        qFatal("%s", qPrintable(file.errorString()));
    generate(file, addresses);
    file.seek(0);

    const SystemClock clock;
    auto desk = Administration::open(storage, clock);
    if (!desk)
        qFatal("%s", qPrintable(desk.error().message));
    const qint64 before = peakBytes();
    const std::int64_t start = bench::nowNs();
    const auto imported = (*desk)->importAddresses(file, [](qint64, qint64) {});
    if (!imported)
        qFatal("%s", qPrintable(imported.error().message));
    std::printf("%lld addresses (%lld MB) imported in %.1f s, with %lld MB of memory more\n", qlonglong(*imported),
                qlonglong(file.size() / 1'000'000), double(bench::nowNs() - start) / 1e9,
                qlonglong((peakBytes() - before) / 1'000'000));
    const auto database = Database::open(storage, Database::Role::Reader);
    for (const char *query : {"", "b", "str", "strasse", "haupt", "g b", "germany strasse", "ger str 1", "hauptfeld 12",
                              "12 10000 ber", "strasse 199 27", "neubach weg 3", "lin haupt 17 b", "zzz"})
        bench::timeAsking(**database, {}, QString::fromUtf8(query), [query](Request &request) {
            return AddressHandler(request).handle(api::AddressSearch{QString::fromUtf8(query), 10})->addresses.size();
        });
}
