#include "server/http/requestparser.h"

#include <QTest>

using namespace deskbell;
using namespace deskbell::server;

namespace {

const QByteArray smuggled = "GET /admin HTTP/1.1\r\nHost: a\r\n\r\n";

QByteArray get(const QByteArray &target, const QByteArray &headers = "Host: a\r\n")
{
    return "GET " + target + " HTTP/1.1\r\n" + headers + "\r\n";
}

QByteArray post(const QByteArray &headers, const QByteArray &body)
{
    return "POST /echo HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n" + body;
}

/// Reads everything out of the parser as a connection does; the paths that came through, and the last status.
struct Outcome
{
    QList<QByteArray> paths;
    QList<QByteArray> bodies;
    int status = 0; ///< 0: nothing was refused.
};

Outcome run(RequestParser &parser, const QByteArray &bytes, qsizetype pieceSize, qint64 bodyLimit = 1024)
{
    Outcome outcome;
    for (qsizetype at = 0; at < bytes.size(); at += pieceSize) {
        parser.feed(QByteArrayView(bytes).sliced(at, qMin(pieceSize, bytes.size() - at)));
        while (parser.state() == RequestParser::State::HeadDone || parser.state() == RequestParser::State::Complete) {
            if (parser.state() == RequestParser::State::HeadDone) {
                parser.acceptBody(bodyLimit);
                continue;
            }
            const HttpRequest request = parser.takeRequest();
            outcome.paths.append(request.path);
            outcome.bodies.append(request.body);
            parser.feed({});
        }
        if (parser.state() == RequestParser::State::Refused) {
            outcome.status = parser.refusal().status;
            break;
        }
    }
    return outcome;
}

} // namespace

/// RELIABILITY S1, S2, S5 and S11 at the parser: what is refused, with which status, and that nothing behind it is
/// read.
class TestRequestParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refuses_data();
    void refuses();
    void accepts_data();
    void accepts();
    void keepsLimits_data();
    void keepsLimits();
    void judgesPaths_data();
    void judgesPaths();
    void dropsOwnHeaders();
    void survivesMutations();

private:
    HttpLimits m_limits;
};

void TestRequestParser::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");

    QTest::newRow("no colon") << get("/", "Host: a\r\nnocolon\r\n") << 400;
    QTest::newRow("space in name") << get("/", "Host: a\r\nX Y: 1\r\n") << 400;
    QTest::newRow("space before colon") << get("/", "Host: a\r\nX : 1\r\n") << 400;
    QTest::newRow("empty name") << get("/", "Host: a\r\n: 1\r\n") << 400;
    QTest::newRow("bare LF") << QByteArray("GET / HTTP/1.1\nHost: a\n\n") << 400;
    QTest::newRow("bare LF in headers") << QByteArray("GET / HTTP/1.1\r\nHost: a\nX: 1\r\n\r\n") << 400;
    QTest::newRow("bare CR") << get("/", "Host: a\r\nX: 1\r2\r\n") << 400;
    QTest::newRow("obs-fold") << get("/", "Host: a\r\nX: 1\r\n folded\r\n") << 400;
    QTest::newRow("obs-fold, tab") << get("/", "Host: a\r\nX: 1\r\n\tfolded\r\n") << 400;
    QTest::newRow("fold at once") << get("/", " Host: a\r\n") << 400;
    QTest::newRow("NUL in value") << get("/", QByteArray("Host: a\r\nX: 1\0002\r\n", 17)) << 400;
    QTest::newRow("control in value") << get("/", "Host: a\r\nX: 1\x01\r\n") << 400;
    QTest::newRow("control in target") << get("/\x01") << 400;
    QTest::newRow("NUL in target") << QByteArray("GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n", 27) << 400;
    QTest::newRow("space in target") << get("/a b") << 400;
    QTest::newRow("two spaces") << get(" /") << 400;
    QTest::newRow("no target") << QByteArray("GET HTTP/1.1\r\nHost: a\r\n\r\n") << 400;
    QTest::newRow("absolute-form") << get("http://a/admin") << 400;
    QTest::newRow("asterisk-form") << QByteArray("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n") << 400;
    QTest::newRow("fragment") << get("/#x") << 400;
    QTest::newRow("HTTP/9.9") << QByteArray("GET / HTTP/9.9\r\nHost: a\r\n\r\n") << 505;
    QTest::newRow("HTTP/2.0") << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") << 505;
    QTest::newRow("HTTP/1.2") << QByteArray("GET / HTTP/1.2\r\nHost: a\r\n\r\n") << 505;
    QTest::newRow("HTTP/0.9") << QByteArray("GET /\r\n") << 400;
    QTest::newRow("HTTPABCD") << QByteArray("GET / HTTPABCD\r\nHost: a\r\n\r\n") << 400;
    QTest::newRow("http/1.1") << QByteArray("GET / http/1.1\r\nHost: a\r\n\r\n") << 400;
    QTest::newRow("no Host") << get("/", {}) << 400;
    QTest::newRow("two Hosts") << get("/", "Host: a\r\nHost: a\r\n") << 400;
    QTest::newRow("odd Host") << get("/", "Host: a/b\r\n") << 400;
    QTest::newRow("unknown method") << QByteArray("BREW / HTTP/1.1\r\nHost: a\r\n\r\n") << 405;
    QTest::newRow("CONNECT") << QByteArray("CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n") << 405;

    QTest::newRow("CL abc") << post("Content-Length: abc\r\n", smuggled) << 400;
    QTest::newRow("CL -1") << post("Content-Length: -1\r\n", smuggled) << 400;
    QTest::newRow("CL +5") << post("Content-Length: +5\r\n", smuggled) << 400;
    QTest::newRow("CL empty") << post("Content-Length:\r\n", smuggled) << 400;
    QTest::newRow("CL list") << post("Content-Length: 1, 1\r\n", smuggled) << 400;
    QTest::newRow("CL 2^64-1") << post("Content-Length: 18446744073709551615\r\n", smuggled) << 400;
    QTest::newRow("CL 2^64") << post("Content-Length: 18446744073709551616\r\n", smuggled) << 400;
    QTest::newRow("CL 2^63") << post("Content-Length: 9223372036854775808\r\n", smuggled) << 400;
    QTest::newRow("CL twice") << post("Content-Length: 1\r\nContent-Length: 2\r\n", smuggled) << 400;
    QTest::newRow("CL twice, alike") << post("Content-Length: 1\r\nContent-Length: 1\r\n", smuggled) << 400;
    QTest::newRow("CL and TE") << post("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n" + smuggled)
                               << 400;
    QTest::newRow("TE and CL") << post("Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", "0\r\n\r\n" + smuggled)
                               << 400;
    QTest::newRow("TE xchunked") << post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n" + smuggled) << 501;
    QTest::newRow("TE gzip") << post("Transfer-Encoding: gzip\r\n", smuggled) << 501;
    QTest::newRow("TE gzip, chunked") << post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n" + smuggled) << 501;
    QTest::newRow("TE chunked, identity") << post("Transfer-Encoding: chunked, identity\r\n", smuggled) << 501;
    QTest::newRow("TE twice") << post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", smuggled) << 400;
    QTest::newRow("TE in 1.0") << QByteArray("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
            + smuggled << 400;
    const QByteArray chunked = "Transfer-Encoding: chunked\r\n";
    QTest::newRow("chunk zz") << post(chunked, "zz\r\n" + smuggled) << 400;
    QTest::newRow("chunk 0x5") << post(chunked, "0x5\r\nabcde\r\n0\r\n\r\n" + smuggled) << 400;
    QTest::newRow("chunk -5") << post(chunked, "-5\r\nabcde\r\n0\r\n\r\n" + smuggled) << 400;
    QTest::newRow("chunk 2^63") << post(chunked, "8000000000000000\r\nabc\r\n" + smuggled) << 413;
    QTest::newRow("chunk 2^64") << post(chunked, "10000000000000000\r\nabc\r\n" + smuggled) << 400;
    QTest::newRow("chunk extension") << post(chunked, "1;a=b\r\nx\r\n0\r\n\r\n" + smuggled) << 400;
    QTest::newRow("last chunk extension") << post(chunked, "1\r\nx\r\n0;a\r\n\r\n" + smuggled) << 400;
    QTest::newRow("trailer") << post(chunked, "1\r\nx\r\n0\r\nX-T: 1\r\n\r\n" + smuggled) << 400;
    QTest::newRow("chunk too long for its size") << post(chunked, "1\r\nxy\r\n0\r\n\r\n" + smuggled) << 400;
    QTest::newRow("chunk with bare LF") << post(chunked, "1\nx\n0\n\n" + smuggled) << 400;
    QTest::newRow("content encoding") << post("Content-Encoding: gzip\r\nContent-Length: 1\r\n", "x" + smuggled) << 415;
    QTest::newRow("expectation") << post("Expect: 200-ok\r\nContent-Length: 1\r\n", "x" + smuggled) << 417;

    QTest::newRow("TLS hello") << QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11) << 400;
    QTest::newRow("Redis inline") << QByteArray("PING\r\n") << 400;
    QTest::newRow("RESP") << QByteArray("*1\r\n$4\r\nPING\r\n") << 400;
    QTest::newRow("endless word") << QByteArray(20, 'A') << 400;
    QTest::newRow("NULs") << QByteArray(8, '\0') << 400;
}

void TestRequestParser::refuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    for (const qsizetype pieceSize : {qsizetype(1), qsizetype(7), bytes.size() + smuggled.size()}) {
        RequestParser parser(m_limits);
        const Outcome outcome = run(parser, bytes + smuggled, pieceSize);
        QCOMPARE(outcome.status, status);
        QCOMPARE(outcome.paths, QList<QByteArray>());
        parser.feed(smuggled);
        QCOMPARE(parser.state(), RequestParser::State::Refused);
    }
}

void TestRequestParser::accepts_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QList<QByteArray>>("bodies");

    QTest::newRow("GET") << get("/") << QList<QByteArray>{""};
    QTest::newRow("empty line first") << "\r\n" + get("/") << QList<QByteArray>{""};
    QTest::newRow("HTTP/1.0 without Host") << QByteArray("GET / HTTP/1.0\r\n\r\n") << QList<QByteArray>{""};
    QTest::newRow("body") << post("Content-Length: 5\r\n", "hello") << QList<QByteArray>{"hello"};
    QTest::newRow("empty body") << post("Content-Length: 0\r\n", "") << QList<QByteArray>{""};
    QTest::newRow("chunks") << post("Transfer-Encoding: chunked\r\n", "3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n")
                            << QList<QByteArray>{"abc0123456789"};
    QTest::newRow("chunked in capitals") << post("Transfer-Encoding: CHUNKED\r\n", "1\r\nx\r\n0\r\n\r\n")
                                         << QList<QByteArray>{"x"};
    QTest::newRow("three in a row") << get("/a") + post("Content-Length: 2\r\n", "ab") + get("/c")
                                    << QList<QByteArray>{"", "ab", ""};
    QTest::newRow("request inside a body")
        << post("Content-Length: " + QByteArray::number(smuggled.size()) + "\r\n", smuggled)
        << QList<QByteArray>{smuggled};
}

void TestRequestParser::accepts()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QList<QByteArray>, bodies);
    for (const qsizetype pieceSize : {qsizetype(1), qsizetype(3), bytes.size()}) {
        RequestParser parser(m_limits);
        const Outcome outcome = run(parser, bytes, pieceSize);
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.bodies, bodies);
        QVERIFY(parser.isIdle());
    }
}

void TestRequestParser::keepsLimits_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");

    const auto headOf = [](qsizetype size) {
        // Several lines, so that only the whole is too large.
        QByteArray head = "GET / HTTP/1.1\r\nHost: a\r\n";
        while (size - head.size() > 4'002)
            head += "X: " + QByteArray(3'995, 'x') + "\r\n";
        return head + "Y: " + QByteArray(size - head.size() - 7, 'y') + "\r\n\r\n";
    };
    QTest::newRow("head at the limit") << headOf(m_limits.headBytes) << 0;
    QTest::newRow("head past the limit") << headOf(m_limits.headBytes + 1) << 431;

    const auto lineOf = [](qsizetype size) { return get("/" + QByteArray(size - 16, 'p')); };
    QTest::newRow("request line at the limit") << lineOf(m_limits.requestLineBytes) << 0;
    QTest::newRow("request line past the limit") << lineOf(m_limits.requestLineBytes + 1) << 414;
    QTest::newRow("endless request line") << "GET /" + QByteArray(m_limits.requestLineBytes, 'p') << 414;

    const auto withLines = [](int lines) {
        return get("/", "Host: a\r\n" + QByteArray("A: 1\r\n").repeated(lines - 1));
    };
    QTest::newRow("header lines at the limit") << withLines(m_limits.headerLines) << 0;
    QTest::newRow("header lines past the limit") << withLines(m_limits.headerLines + 1) << 431;

    QTest::newRow("body at the limit") << post("Content-Length: 1024\r\n", QByteArray(1024, 'b')) << 0;
    QTest::newRow("body past the limit, unsent") << post("Content-Length: 1025\r\n", {}) << 413;
    QTest::newRow("10 GB") << post("Content-Length: 10737418240\r\n", {}) << 413;
    const QByteArray chunked = "Transfer-Encoding: chunked\r\n";
    QTest::newRow("chunks at the limit") << post(chunked, "400\r\n" + QByteArray(1024, 'b') + "\r\n0\r\n\r\n") << 0;
    QTest::newRow("chunks past the limit")
        << post(chunked, "400\r\n" + QByteArray(1024, 'b') + "\r\n1\r\nb\r\n0\r\n\r\n") << 413;
    QTest::newRow("endless chunk line") << post(chunked, QByteArray(70'000, '0')) << 400;
    QTest::newRow("endless trailer") << post(chunked, "0\r\nX: " + QByteArray(70'000, 't')) << 400;
}

void TestRequestParser::keepsLimits()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    for (const qsizetype pieceSize : {qsizetype(100), qsizetype(16'384)}) {
        RequestParser parser(m_limits);
        const Outcome outcome = run(parser, bytes, pieceSize);
        QCOMPARE(outcome.status, status);
        QCOMPARE(outcome.paths.size(), status == 0 ? 1 : 0);
    }
}

void TestRequestParser::judgesPaths_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("path");

    QTest::newRow("plain") << QByteArray("/a/b") << 0 << QByteArray("/a/b");
    QTest::newRow("trailing slash") << QByteArray("/a/") << 0 << QByteArray("/a/");
    QTest::newRow("encoded letter") << QByteArray("/%61dmin") << 0 << QByteArray("/admin");
    QTest::newRow("encoded UTF-8") << QByteArray("/%C3%A9") << 0 << QByteArray("/\xC3\xA9");
    QTest::newRow("dots in a name") << QByteArray("/a..b/...") << 0 << QByteArray("/a..b/...");
    QTest::newRow("query with dots") << QByteArray("/a?x=/../y") << 0 << QByteArray("/a");
    QTest::newRow("NUL") << QByteArray("/%00") << 400 << QByteArray();
    QTest::newRow("NUL after a name") << QByteArray("/a%00.html") << 400 << QByteArray();
    QTest::newRow("%ff") << QByteArray("/%ff") << 400 << QByteArray();
    QTest::newRow("overlong slash") << QByteArray("/%c0%af") << 400 << QByteArray();
    QTest::newRow("surrogate") << QByteArray("/%ed%a0%80") << 400 << QByteArray();
    QTest::newRow("broken percent") << QByteArray("/%zz") << 400 << QByteArray();
    QTest::newRow("cut percent") << QByteArray("/%4") << 400 << QByteArray();
    QTest::newRow("parent") << QByteArray("/a/../b") << 404 << QByteArray();
    QTest::newRow("parent at the end") << QByteArray("/a/..") << 404 << QByteArray();
    QTest::newRow("encoded parent") << QByteArray("/%2e%2e/b") << 404 << QByteArray();
    QTest::newRow("encoded slash") << QByteArray("/..%2fb") << 404 << QByteArray();
    QTest::newRow("here") << QByteArray("/./b") << 404 << QByteArray();
    QTest::newRow("two slashes") << QByteArray("//b") << 404 << QByteArray();
    QTest::newRow("two slashes inside") << QByteArray("/a//b") << 404 << QByteArray();
    QTest::newRow("backslash") << QByteArray("/a\\b") << 404 << QByteArray();
    QTest::newRow("encoded backslash") << QByteArray("/a%5cb") << 404 << QByteArray();
    QTest::newRow("encoded line end") << QByteArray("/a%0d%0ab") << 404 << QByteArray();
}

void TestRequestParser::judgesPaths()
{
    QFETCH(QByteArray, target);
    QFETCH(int, status);
    QFETCH(QByteArray, path);
    RequestParser parser(m_limits);
    const Outcome outcome = run(parser, get(target), 1'000);
    QCOMPARE(outcome.status, status);
    QCOMPARE(outcome.paths.value(0), path);
}

void TestRequestParser::dropsOwnHeaders()
{
    RequestParser parser(m_limits);
    parser.feed(get("/", "Host: a\r\nX-Deskbell-Peer: 10.0.0.1\r\nx-deskBELL-other: 1\r\nX-Mine:  v \r\n"));
    QCOMPARE(parser.state(), RequestParser::State::HeadDone);
    QCOMPARE(parser.request().header("x-deskbell-peer"), QByteArray());
    QCOMPARE(parser.request().headers.size(), 2);
    QCOMPARE(parser.request().header("x-mine"), QByteArray("v"));
}

/// Every single byte of a few requests replaced, removed or doubled: whatever comes out, nothing crashes and the parser
/// ends in a state that a connection knows.
void TestRequestParser::survivesMutations()
{
    const QByteArray seed = post("Transfer-Encoding: chunked\r\nX: y\r\n", "3\r\nabc\r\n0\r\n\r\n") + smuggled;
    for (qsizetype at = 0; at < seed.size(); ++at) {
        for (const char c : {'\0', '\r', '\n', ' ', ':', '%', '0', '\x7f', '\xff'}) {
            QByteArray replaced = seed;
            replaced[at] = c;
            RequestParser parser(m_limits);
            const Outcome outcome = run(parser, replaced, 64);
            QVERIFY(outcome.paths.size() <= 2);
        }
        RequestParser shorter(m_limits);
        QVERIFY(run(shorter, QByteArray(seed).remove(at, 1), 64).paths.size() <= 2);
    }
}

QTEST_APPLESS_MAIN(TestRequestParser)
#include "tst_requestparser.moc"
