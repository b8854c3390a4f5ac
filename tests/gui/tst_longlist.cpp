#include "console/models/chatlistmodel.h"
#include "console/theme/systemscheme.h"
#include "console/theme/theme.h"
#include "console/views/chatdelegate.h"
#include "console/views/chatlistview.h"

#include <QScrollBar>
#include <QSet>
#include <QTest>

using namespace deskbell;
using namespace deskbell::console;

namespace {

/// Ten thousand chats that note which of them are asked for.
class ManyChats final : public QAbstractListModel
{
public:
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 10'000; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        painted.insert(index.row());
        return role == Qt::DisplayRole ? QStringLiteral("Visitor %1").arg(index.row()) : QVariant();
    }

    mutable QSet<int> painted;
};

/// The list's own delegate, with a count of how often it is asked for a size.
class CountingDelegate final : public QAbstractItemDelegate
{
public:
    explicit CountingDelegate(const ChatDelegate &delegate) : m_delegate(delegate) { }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        m_delegate.paint(painter, option, index);
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        ++measured;
        return m_delegate.sizeHint(option, index);
    }

    mutable int measured = 0;

private:
    const ChatDelegate &m_delegate;
};

} // namespace

/// A long queue costs what is seen of it.
class LongListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void visitsOnlyWhatIsSeen()
    {
        SystemScheme system;
        Theme theme(*qApp, system);
        const ManualClock clock;
        ManyChats chats;
        const ChatDelegate chatDelegate(theme, clock);
        CountingDelegate delegate(chatDelegate);
        ChatListView list(theme);
        list.setItemDelegate(&delegate);
        list.setModel(&chats);
        list.resize(320, 680);
        list.show();
        QVERIFY(QTest::qWaitForWindowExposed(&list));
        QTRY_VERIFY(list.verticalScrollBar()->maximum() > 9'000 * 60);
        for (const int per : {2, 1}) {
            list.verticalScrollBar()->setValue(list.verticalScrollBar()->maximum() / per);
            list.grab();
        }
        QVERIFY(chats.painted.contains(9'999));
        QVERIFY(chats.painted.contains(5'000));
        QVERIFY2(chats.painted.size() < 60, qPrintable(QString::number(chats.painted.size())));
        QVERIFY2(delegate.measured < 60, qPrintable(QString::number(delegate.measured)));
    }
};

QTEST_MAIN(LongListTest)
#include "tst_longlist.moc"
