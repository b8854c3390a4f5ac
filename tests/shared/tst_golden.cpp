#include "shared/api/catalogue.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace deskbell;

namespace {

const QString folder = QStringLiteral(DESKBELL_SOURCE_DIR "/tests/golden/");

QString text(std::string_view view)
{
    return QString::fromLatin1(view.data(), qsizetype(view.size()));
}

/// The document of a golden file, which the JavaScript tests read too.
Result<json::Document> read(const QString &path)
{
    QFile file(folder + path);
    if (!file.open(QIODevice::ReadOnly))
        return Error(ErrorCode::NotFound, path + QStringLiteral(": ") + file.errorString());
    return json::Document::parse(file.readAll());
}

template <class T>
void compareThereAndBack(json::Value golden)
{
    const auto value = json::decode<T>(golden);
    QVERIFY2(value.ok(), value.ok() ? "" : qPrintable(value.error().errors.first().field));
    QCOMPARE(json::encode(*value), golden.toJson());
}

} // namespace

/// The wire as it is written down: every operation and event has a file, and goes through our structs unchanged.
class TestGolden : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void operations();
    void events();
    void noFileIsLeftOver();
};

void TestGolden::operations()
{
    api::forEachAlternative<api::Command>([]<class C>() {
        const auto document = read(QStringLiteral("operations/%1.json").arg(text(C::operation.name)));
        QVERIFY2(document.ok(), document.ok() ? "" : qPrintable(document.error().message));
        compareThereAndBack<C>(document->root().member("request"));
        compareThereAndBack<typename C::Answer>(document->root().member("answer"));
    });
}

void TestGolden::events()
{
    api::forEachAlternative<api::Event>([]<class E>() {
        const auto document = read(QStringLiteral("events/%1.json").arg(text(E::name)));
        QVERIFY2(document.ok(), document.ok() ? "" : qPrintable(document.error().message));
        compareThereAndBack<E>(document->root());
    });
}

void TestGolden::noFileIsLeftOver()
{
    const auto count = [](const char *name) {
        return QDir(folder + QLatin1String(name)).entryList({QStringLiteral("*.json")}).size();
    };
    QCOMPARE(count("operations"), qsizetype(std::variant_size_v<api::Command>));
    QCOMPARE(count("events"), qsizetype(std::variant_size_v<api::Event>));
}

QTEST_GUILESS_MAIN(TestGolden)
#include "tst_golden.moc"
