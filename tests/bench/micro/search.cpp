// Half a million messages: how long it takes to find in them while somebody types.
// On PostgreSQL when DESKBELL_TEST_POSTGRESQL names an empty database. An argument sets another number of messages.
#include "server/desk/searchhandler.h"
#include "server/store/chatstore.h"
#include "server/store/messagestore.h"
#include "server/store/migrations.h"
#include "server/store/visitorstore.h"
#include "tests/bench/micro/asking.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace deskbell;
using namespace deskbell::server;

namespace {

constexpr int inEachChat = 50;

/// Words of which some are said all the time and most hardly ever, as in any language.
class Speech
{
public:
    Speech()
    {
        for (int count = 0; count < 20'000; ++count) {
            QString word;
            for (int syllables = m_random.bounded(1, 4); syllables > 0; --syllables)
                word += m_syllables[m_random.bounded(int(m_syllables.size()))];
            m_words.append(word);
        }
    }
    QString sentence()
    {
        QStringList words;
        for (int count = m_random.bounded(3, 20); count > 0; --count)
            words.append(m_words[int(std::pow(double(m_words.size()), m_random.generateDouble())) - 1]);
        return words.join(u' ');
    }

private:
    QRandomGenerator m_random{1};
    const QStringList m_syllables =
        QStringLiteral("re or pa in vo ship ping turn fund lost late box card ter na me pay "
                       "ment der ce li ver y ab ro ken can cel")
            .split(u' ');
    QStringList m_words;
};

void fill(Database &database, int messages)
{
    Speech speech;
    const Timestamp now = SystemClock().now();
    for (int chat = 0; chat < messages / inEachChat;) {
        Transaction transaction(database, Transaction::Mode::Write);
        for (const int end = chat + 100; chat < end; ++chat) {
            api::Visitor visitor;
            visitor.id = VisitorId::generate();
            visitor.name = QStringLiteral("Visitor");
            visitor.createdAt = now;
            VisitorStore(transaction).create(visitor);
            const ChatId id = ChatId::generate();
            ChatStore chats(transaction);
            chats.create(id, visitor.id, {}, now);
            for (int count = 0; count < inEachChat; ++count) {
                api::Message message;
                message.id = MessageId::generate();
                message.chatId = id;
                message.senderType = api::SenderType::Visitor;
                message.senderId = visitor.id.toString();
                message.senderName = visitor.name;
                message.text = speech.sentence();
                message.createdAt = now;
                MessageStore(transaction).append(*chats.head(id), message);
            }
        }
        transaction.commit();
    }
}

} // namespace

int main(int count, char **arguments)
{
    const QCoreApplication application(count, arguments);
    const int messages = count > 1 ? QString::fromLocal8Bit(arguments[1]).toInt() : 500'000;
    const QTemporaryDir folder(QStringLiteral("search-XXXXXX"));
    StorageSettings storage;
    storage.dataFolder = folder.path();
    storage.url = qEnvironmentVariable("DESKBELL_TEST_POSTGRESQL");
    const auto writer = Database::open(storage, Database::Role::Writer);
    if (!writer)
        qFatal("%s", qPrintable(writer.error().message));
    if (const auto migrated = Migrations().apply(**writer); !migrated)
        qFatal("%s", qPrintable(migrated.error().message));
    const std::int64_t start = bench::nowNs();
    fill(**writer, messages);
    std::printf("%d messages stored in %.1f s\n", messages, double(bench::nowNs() - start) / 1e9);

    if (!storage.url.isEmpty())
        (*writer)->execute(QStringLiteral("ANALYZE")); // as its own autovacuum does within the minute
    const auto database = Database::open(storage, Database::Role::Reader);
    Caller caller;
    caller.kind = Caller::Kind::Operator;
    caller.operatorId = OperatorId::generate();
    for (const char *query : {"r", "re", "ret", "return", "ship", "lost p", "lost pay", "cancelpayment",
                              "shipping box lat", "or in re", "zzz"})
        bench::timeAsking(**database, caller, QString::fromUtf8(query), [query](Request &request) {
            api::MessageSearch command;
            command.query = QString::fromUtf8(query);
            return SearchHandler(request).handle(command)->hits.size();
        });
}
