#include "console/dialogs/dialogquestions.h"
#include "console/state/archive.h"
#include "console/theme/systemscheme.h"
#include "console/theme/theme.h"
#include "console/views/chatlistview.h"
#include "console/views/composerview.h"
#include "console/views/deskview.h"
#include "console/views/mainwindow.h"
#include "console/views/threadview.h"
#include "console/writing/dictionary.h"
#include "tests/bench/console/desk.h"
#include "tests/bench/console/measure.h"
#include "tests/gui/script.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QKeyEvent>
#include <QLineEdit>
#include <QProcess>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTextStream>

using namespace deskbell;
using namespace deskbell::console;
using namespace deskbell::bench;

namespace {

constexpr int threadMessages = 50'000;
const QString account = QStringLiteral("anna@brightroom.example https://desk.brightroom.example");
const QString storeFile = QStringLiteral("DESKBELL_BENCH_STORE");
const QString startedAt = QStringLiteral("DESKBELL_BENCH_STARTED");

/// Lets everything happen that has been caused: signals, layouts, paint.
void settle()
{
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
}

/// The real window, with the real archive behind it and a server that is played.
struct Desk
{
    SystemClock clock;
    SystemScheme system;
    Theme theme{*qApp, system};
    Workspace workspace{clock};
    std::unique_ptr<DeskStore> store;
    Archive archive;
    ScriptedActions actions{workspace};
    DialogQuestions questions{theme};
    MainWindow window{theme, workspace, actions, questions};

    explicit Desk(const QString &path) : store(std::move(*DeskStore::open(path))), archive(workspace, *store)
    {
        archive.setAccount(account);
        const auto dictionaries = installedDictionaries();
        if (const auto *english = dictionaryFor(dictionaries, QStringLiteral("en")))
            window.writing().spelling.setDictionary(english->path);
    }

    template <class T>
    T *find(const char *name) const
    {
        return window.findChild<T *>(QString::fromLatin1(name));
    }
    void press(QWidget *widget, int key, const QString &text = {}) const
    {
        QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, text);
        QCoreApplication::sendEvent(widget, &down);
        QKeyEvent up(QEvent::KeyRelease, key, Qt::NoModifier, text);
        QCoreApplication::sendEvent(widget, &up);
    }
};

void fillLists(Desk &desk, int chats, QList<Figure> &figures)
{
    desk.workspace.setSelf(anna());
    desk.window.show();
    Durations pages;
    const auto begin = SteadyClock::now();
    constexpr int page = 200;
    for (int first = 0; first < chats; first += page) {
        QList<api::Chat> some;
        for (int number = first; number < std::min(chats, first + page); ++number)
            some.append(chat(number));
        pages.measure([&] {
            desk.workspace.takeChats(some);
            settle();
        });
    }
    for (const auto scope : {ListScope::Queue, ListScope::Mine, ListScope::Ended})
        desk.workspace.setListState(scope, ListState::Loaded);
    desk.workspace.setConnection({ConnectionState::Phase::Online, desk.clock.now(), false});
    settle();
    figures.append(
        {QStringLiteral("%1 chats into the lists").arg(chats), millisecondsSince(begin), 0, QStringLiteral("ms")});
    figures.append({QStringLiteral("a page of 200 of them, worst"), pages.worst(), 50, QStringLiteral("ms")});
}

ChatId fillThread(Desk &desk, int messages, QList<Figure> &figures)
{
    const api::Chat own = chat(waitingChats);
    Durations pages;
    constexpr int page = 50;
    for (qint64 last = messages; last > 0; last -= page) {
        QList<api::Message> some;
        for (qint64 seq = std::max<qint64>(1, last - page + 1); seq <= last; ++seq)
            some.append(message(own, seq));
        pages.measure([&] {
            if (last == messages) {
                desk.window.desk().openChat(own.id);
                desk.workspace.thread(own.id)->takeLatest(some, true);
            } else {
                desk.workspace.thread(own.id)->takeEarlier(some, last > page);
            }
            settle();
        });
    }
    figures.append({QStringLiteral("an earlier page into a thread of %1, p99").arg(messages), pages.at(0.99), 50,
                    QStringLiteral("ms")});
    return own.id;
}

void act(Desk &desk, const ChatId &longChat, QList<Figure> &figures)
{
    Durations all;
    const auto timed = [&](const QString &name, int times, const std::function<void(int)> &run) {
        Durations these;
        for (int turn = 0; turn < times; ++turn) {
            const auto begin = SteadyClock::now();
            run(turn);
            settle();
            these.add(millisecondsSince(begin));
            all.add(these.at(1));
        }
        figures.append({name + QStringLiteral(", p99"), these.at(0.99), 100, QStringLiteral("ms")});
    };
    auto *list = desk.find<ChatListView>("chatListView");
    auto *search = desk.find<QLineEdit>("searchEdit");
    auto *edit = desk.find<MessageEdit>("messageEdit");
    const ListScope scopes[] = {ListScope::Ended, ListScope::Mine, ListScope::Queue};
    timed(QStringLiteral("another list"), 60, [&](int turn) { desk.window.desk().showScope(scopes[turn % 3]); });
    desk.window.desk().showScope(ListScope::Ended);
    timed(QStringLiteral("the next chat by arrow key"), 100, [&](int) { desk.press(list, Qt::Key_Down); });
    timed(QStringLiteral("open the long thread and another"), 100,
          [&](int turn) { desk.window.desk().openChat(turn % 2 == 0 ? longChat : chat(waitingChats + 1 + turn).id); });
    const QString word = QStringLiteral("keller");
    timed(QStringLiteral("a letter into the search"), 60, [&](int turn) {
        if (turn % 6 == 0)
            search->clear();
        search->insert(word.mid(turn % 6, 1));
    });
    search->clear();
    desk.window.desk().showScope(ListScope::Mine);
    desk.window.desk().openChat(longChat);
    timed(QStringLiteral("a letter into the reply"), 200,
          [&](int) { desk.press(edit, Qt::Key_A, QStringLiteral("a")); });
    timed(QStringLiteral("send"), 50,
          [&](int turn) { desk.actions.send(longChat, QStringLiteral("Reply %1").arg(turn)); });
}

void scroll(Desk &desk, const ChatId &longChat, QList<Figure> &figures)
{
    const auto frames = [&](const QString &name, QScrollBar *bar, int step) {
        Durations each;
        bar->setValue(bar->maximum());
        settle();
        for (int frame = 0; frame < 600; ++frame) {
            each.measure([&] {
                bar->setValue(bar->value() - step);
                settle();
            });
        }
        figures.append({name + QStringLiteral(", a frame, p99"), each.at(0.99), 1'000.0 / 60, QStringLiteral("ms")});
    };
    desk.window.desk().openChat(longChat);
    frames(QStringLiteral("scrolling the thread"), desk.find<ThreadView>("threadView")->verticalScrollBar(), 90);
    desk.window.desk().showScope(ListScope::Ended);
    frames(QStringLiteral("scrolling the list"), desk.find<ChatListView>("chatListView")->verticalScrollBar(), 90);
}

/// A thousand events in each of some seconds, as they come from many visitors.
void burst(Desk &desk, const ChatId &longChat, QList<Figure> &figures)
{
    desk.window.desk().showScope(ListScope::Mine);
    desk.window.desk().openChat(longChat);
    settle();
    QList<qint64> seqs(waitingChats + ownChats, 100);
    seqs[waitingChats] = threadMessages;
    Durations turns;
    const auto begin = SteadyClock::now();
    constexpr int seconds = 5;
    for (int sent = 0; sent < seconds * 1'000;) {
        const auto turn = SteadyClock::now();
        for (const int due = int(millisecondsSince(begin)); sent < due; ++sent) {
            const int number = (sent % 10 == 0) ? waitingChats : (sent * 7919) % int(seqs.size());
            const api::Chat about = chat(number);
            if (sent % 4 == 3)
                desk.workspace.takeEvent(
                    api::TypingChanged{about.id, about.visitorId.toString(), api::SenderType::Visitor, true});
            else if (sent % 4 == 2)
                desk.workspace.takeEvent(
                    api::PresenceChanged{{}, about.visitorId, about.visitorName, sent % 8 == 2, {}});
            else
                desk.workspace.takeEvent(api::MessageSent{message(about, ++seqs[number])});
        }
        settle();
        turns.add(millisecondsSince(turn));
    }
    figures.append({QStringLiteral("1,000 events a second, longest stall"), turns.worst(), 50, QStringLiteral("ms")});
}

/// Another process that begins with what is on disk, and says when its window stands.
double startAgain(const QString &path)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(storeFile, path);
    environment.insert(startedAt, QString::number(SteadyClock::now().time_since_epoch().count()));
    process.setProcessEnvironment(environment);
    process.start(QCoreApplication::applicationFilePath(), QStringList());
    process.waitForFinished(60'000);
    return process.readAllStandardOutput().trimmed().toDouble();
}

int runStart(const QString &path)
{
    Desk desk(path);
    desk.workspace.setConnection({ConnectionState::Phase::Connecting, desk.clock.now(), false});
    desk.archive.restore();
    desk.workspace.setConnection({ConnectionState::Phase::Offline, desk.clock.now(), false});
    desk.window.show();
    settle();
    const auto begin =
        SteadyClock::time_point(SteadyClock::duration(qEnvironmentVariable("DESKBELL_BENCH_STARTED").toLongLong()));
    QTextStream(stdout) << millisecondsSince(begin) << '\n';
    return 0;
}

} // namespace

/// How quick and how large the console is with a desk full of chats. Nothing is asserted unless `--check` asks for it.
int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QString path = qEnvironmentVariable("DESKBELL_BENCH_STORE");
    if (!path.isEmpty())
        return runStart(path);
    QCommandLineParser options;
    options.addHelpOption();
    options.addOption(
        {QStringLiteral("chats"), QStringLiteral("How many."), QStringLiteral("N"), QStringLiteral("100000")});
    options.addOption({QStringLiteral("messages"), QStringLiteral("In the long thread."), QStringLiteral("N"),
                       QString::number(threadMessages)});
    options.addOption({QStringLiteral("check"), QStringLiteral("Fail when a limit is not kept.")});
    options.process(application);
    QTemporaryDir folder;
    const QString store = folder.filePath(QStringLiteral("desk.sqlite"));
    QList<Figure> figures;
    {
        Desk desk(store);
        fillLists(desk, options.value(QStringLiteral("chats")).toInt(), figures);
        figures.append({QStringLiteral("memory with them"), residentMiB(), 0, QStringLiteral("MiB")});
        const ChatId longChat = fillThread(desk, options.value(QStringLiteral("messages")).toInt(), figures);
        figures.append({QStringLiteral("memory with the long thread too"), residentMiB(), 120, QStringLiteral("MiB")});
        scroll(desk, longChat, figures);
        burst(desk, longChat, figures);
        act(desk, longChat, figures);
    }
    std::ignore = startAgain(store); // warm
    figures.append(
        {QStringLiteral("from exec to a desk that can be read"), startAgain(store), 1'000, QStringLiteral("ms")});
    const bool kept = print(figures);
    return kept || !options.isSet(QStringLiteral("check")) ? 0 : 1;
}
