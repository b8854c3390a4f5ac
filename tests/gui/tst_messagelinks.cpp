#include "console/models/messagelinks.h"

#include <QElapsedTimer>
#include <QTest>

using namespace deskbell;
using namespace deskbell::console;

/// What in a message is a link, and where it leads.
class MessageLinksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsLinks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("found"); // as they stand in the text
        QTest::addColumn<QStringList>("targets");
        const auto row = [](const char *name, const char *text, const char *found, const char *target = nullptr) {
            QTest::newRow(name) << QString::fromUtf8(text) << QStringList(QString::fromUtf8(found))
                                << QStringList(QString::fromUtf8(target ? target : found));
        };
        row("alone", "https://a.example", "https://a.example");
        row("in a sentence", "See https://a.example/b?c=d&e=%20#f please", "https://a.example/b?c=d&e=%20#f");
        row("in capitals", "HTTP://A.Example/B", "HTTP://A.Example/B", "http://a.example/B");
        row("with a port", "http://localhost:8080/x", "http://localhost:8080/x");
        row("by number", "http://[2001:db8::1]/x", "http://[2001:db8::1]/x");
        row("bare", "www.a.example/b", "www.a.example/b", "https://www.a.example/b");
        row("an address", "Write to maria.k+shop@mail.a.example!", "maria.k+shop@mail.a.example",
            "mailto:maria.k+shop@mail.a.example");
        row("after a word", "Mail:maria@a.example", "maria@a.example", "mailto:maria@a.example");
        row("with its scheme", "mailto:maria@a.example", "mailto:maria@a.example", "mailto:maria@a.example");
        row("a query is no part of it", "maria@a.example?bcc=x@b", "maria@a.example", "mailto:maria@a.example");
        row("with @ in its path", "https://a.example/@maria", "https://a.example/@maria");
        row("over lines", "first\nhttps://a.example/b\nlast", "https://a.example/b");
        // what belongs to the sentence
        for (const char *end : {".", ",", ";", ":",  "!", "?", "?!", "...", "…",  "'",  "\"", "”",
                                "»", ">", ")", ").", "]", "}", "**", "。",  "，", "）", "」"})
            QTest::addRow("before %s", end) << (QStringLiteral("https://a.example/b") + QString::fromUtf8(end))
                                            << QStringList(QStringLiteral("https://a.example/b"))
                                            << QStringList(QStringLiteral("https://a.example/b"));
        row("in brackets", "(see https://a.example/b)", "https://a.example/b");
        row("with brackets", "https://a.example/Oak_(wood)", "https://a.example/Oak_(wood)");
        row("with brackets in brackets", "(https://a.example/Oak_(wood).)", "https://a.example/Oak_(wood)");
        row("in angles", "<https://a.example/b>", "https://a.example/b");
        row("in quotes", "'https://a.example/b'", "https://a.example/b");
        row("address and full stop", "Ask maria@a.example.", "maria@a.example", "mailto:maria@a.example");
        // other scripts
        row("a host with an umlaut", "https://münchen.de/straße", "https://münchen.de/straße",
            "https://xn--mnchen-3ya.de/stra%C3%9Fe");
        row("a mailbox with an umlaut", "info@münchen.de", "info@münchen.de", "mailto:info@xn--mnchen-3ya.de");
        row("a host in Cyrillic", "https://пример.рф", "https://пример.рф", "https://xn--e1afmkfd.xn--p1ai");
        row("among Hebrew", "ראו https://a.example/b, תודה", "https://a.example/b");
        row("among Arabic", "انظر www.a.example؟", "www.a.example", "https://www.a.example");
        row("behind Chinese", "请看https://a.example/b，谢谢", "https://a.example/b");
        row("a mailbox among Chinese", "联系a@b.cn谢谢", "a@b.cn", "mailto:a@b.cn");
        row("that turns the direction", "https://a.example/\u202Efdp.exe", "https://a.example/", "https://a.example/");
        row("with what is not seen", "https://a.example\u200B.evil.example", "https://a.example");
        row("with a backslash", "https://bank.example\\@evil.example", "https://bank.example", "https://bank.example");
        row("with a name before the host", "https://bank.example@evil.example", "https://bank.example@evil.example");
        QTest::newRow("several") << QStringLiteral("www.a.example, b@c.example\nhttp://d.example")
                                 << QStringList{QStringLiteral("www.a.example"), QStringLiteral("b@c.example"),
                                                QStringLiteral("http://d.example")}
                                 << QStringList{QStringLiteral("https://www.a.example"),
                                                QStringLiteral("mailto:b@c.example"),
                                                QStringLiteral("http://d.example")};
    }
    void findsLinks()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, found);
        QFETCH(QStringList, targets);
        QStringList standing;
        QStringList leading;
        for (const MessageLink &each : linksIn(text)) {
            standing.append(text.mid(each.start, each.length));
            leading.append(QString::fromLatin1(each.target.toEncoded()));
        }
        QCOMPARE(standing, found);
        QCOMPARE(leading, targets);
    }

    void findsNone_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"",
                                 "words",
                                 "javascript:alert(1)",
                                 "file:///etc/passwd",
                                 "data:text/html,x",
                                 "ftp://a.example",
                                 "https://",
                                 "http://.",
                                 "https://user@",
                                 "https://a.example:99999",
                                 "xhttps://a.example",
                                 "www.",
                                 "www.example",
                                 "www..example",
                                 "awww.a.example",
                                 "maria@",
                                 "@maria",
                                 "maria@localhost",
                                 "a@b@c",
                                 "3 @ 4.50",
                                 "maria@a.1",
                                 "a.example",
                                 "smb://www.a.example",
                                 "ftp://maria@a.example/b"})
            QTest::addRow("%s", text) << QString::fromUtf8(text);
    }
    void findsNone()
    {
        QFETCH(QString, text);
        QVERIFY(linksIn(text).isEmpty());
    }

    /// A visitor may send anything, and everybody's window would stand still.
    void takesNoLongerThanTheTextIs_data()
    {
        QTest::addColumn<QString>("piece");
        for (const char *piece : {"a", "a.", "a@", "a@b.", "a+", "https://", "https://(", "https://)", "www.",
                                  "www.a.b)", "mailto:", "://", "@a.b.1", "xn--"})
            QTest::addRow("%s", piece) << QString::fromLatin1(piece);
    }
    void takesNoLongerThanTheTextIs()
    {
        QFETCH(QString, piece);
        constexpr int most = 100'000;
        constexpr qint64 mostMs = 2'000; // twenty times what the slowest takes; squares would take minutes
        QElapsedTimer timer;
        timer.start();
        linksIn(QStringLiteral("@ www. :// ") + piece.repeated(most / piece.size()));
        QVERIFY2(timer.elapsed() < mostMs, qPrintable(QString::number(timer.elapsed())));
    }

    void tellsWhereTheyLead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("told");
        QTest::addColumn<QString>("copied");
        const auto row = [](const char *name, const char *text, const char *told, const char *copied) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(told) << QString::fromUtf8(copied);
        };
        row("a page", "www.a.example/b?c", "https://www.a.example/b?c", "https://www.a.example/b?c");
        row("a mailbox", "mailto:maria@a.example", "maria@a.example", "maria@a.example");
        row("a name that looks like a host", "https://bank.example@evil.example/x", "https://evil.example/x",
            "https://bank.example@evil.example/x");
        row("a name and a password", "https://bank.example:login@evil.example", "https://evil.example",
            "https://bank.example:login@evil.example");
        row("one script", "https://münchen.de/straße", "https://münchen.de/straße",
            "https://xn--mnchen-3ya.de/stra%C3%9Fe");
        row("one other script", "https://пример.рф/тест", "https://пример.рф/тест",
            "https://xn--e1afmkfd.xn--p1ai/%D1%82%D0%B5%D1%81%D1%82");
        row("letters that look alike", "https://\u0430pple.com/x", "https://xn--pple-43d.com/x",
            "https://xn--pple-43d.com/x");
        row("what turns the direction", "https://a.example/%E2%80%AEfdp.exe", "https://a.example/%E2%80%AEfdp.exe",
            "https://a.example/%E2%80%AEfdp.exe");
    }
    void tellsWhereTheyLead()
    {
        QFETCH(QString, text);
        const QList<MessageLink> links = linksIn(text);
        QCOMPARE(links.size(), 1);
        QTEST(targetText(links.first().target), "told");
        QTEST(copiedTarget(links.first().target), "copied");
    }
};

QTEST_APPLESS_MAIN(MessageLinksTest)
#include "tst_messagelinks.moc"
