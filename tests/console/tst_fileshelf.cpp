#include "console/store/fileshelf.h"
#include "console/store/outboxstore.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace deskbell;
using namespace deskbell::console;

/// The bytes that a profile keeps of files.
class TestFileShelf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void copiesAreTheOwnersAlone()
    {
        FileShelf shelf(path());
        const auto file = shelf.keep("bytes", QStringLiteral("Picture.png"));
        QVERIFY(file);
        QCOMPARE(file->size, 5);
        const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(file->path) & others));
        shelf.drop(*file);
        QVERIFY(!QFile::exists(file->path));
    }

    void dropsOnlyWhatIsItsOwn()
    {
        FileShelf shelf(path());
        QFile own(m_folder->filePath(QStringLiteral("letter.txt")));
        QVERIFY(own.open(QFile::WriteOnly));
        shelf.drop({own.fileName(), QStringLiteral("letter.txt"), 0});
        QVERIFY(own.exists());
    }

    void keepsThePicturesThatWereLookedAtLast()
    {
        FileShelf shelf(path(), 10'000);
        QList<AttachmentId> ids;
        for (int number = 0; number < 40; ++number) {
            ids.append(AttachmentId::generate());
            shelf.putPicture(ids.last(), QByteArray(1'000, char('a' + number % 26)));
        }
        QVERIFY(QDir(path() + QStringLiteral("/pictures")).count() <= 12); // with . and ..
        QCOMPARE(shelf.picture(ids.last()), QByteArray(1'000, 'n'));
        QVERIFY(shelf.picture(ids.first()).isEmpty());
        shelf.clearPictures();
        QVERIFY(shelf.picture(ids.last()).isEmpty());
    }

    void anIdIsNoPath()
    {
        FileShelf shelf(path());
        const auto evil = AttachmentId::fromTrusted(QStringLiteral("../../evil"));
        shelf.putPicture(evil, "bytes");
        QVERIFY(shelf.picture(evil).isEmpty());
        QVERIFY(!QFile::exists(m_folder->filePath(QStringLiteral("evil"))));
    }

    void lettersOfTheFirstVersionHaveNoFiles()
    {
        const QString file = m_folder->filePath(QStringLiteral("outbox.sqlite"));
        QVERIFY(QFile::copy(QStringLiteral(DESKBELL_SOURCE_DIR "/tests/console/outbox1.sqlite"), file));
        QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
        const auto store = OutboxStore::open(file);
        QVERIFY2(store, store ? "" : qPrintable(store.error().message));
        const QString account = QStringLiteral("anna@desk.example https://desk.example");
        QList<Letter> letters = (*store)->letters(account).value();
        QCOMPARE(letters.size(), 1);
        QCOMPARE(letters.first().text, QStringLiteral("Still here"));
        QVERIFY(letters.first().files.isEmpty());
        letters.first().files = {{QStringLiteral("/a/b.png"), QStringLiteral("b.png"), 7, 3, 2, {}},
                                 {QStringLiteral("/a/c"), QStringLiteral("c"), 1, {}, {}, AttachmentId::generate()}};
        QVERIFY((*store)->setFiles(account, letters.first()));
        QCOMPARE((*store)->letters(account).value(), letters);
        QCOMPARE((*store)->files().value(), letters.first().files);
    }

private:
    QString path() const { return m_folder->filePath(QStringLiteral("files")); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestFileShelf)
#include "tst_fileshelf.moc"
