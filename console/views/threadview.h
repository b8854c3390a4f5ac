#pragma once

#include "console/state/fileactions.h"
#include "console/views/rowplaces.h"
#include "console/views/textselection.h"
#include "shared/api/entities.h"

#include <QAbstractItemView>
#include <QPersistentModelIndex>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <optional>

class QMenu;

namespace deskbell::console {

class MessageDelegate;
class Theme;
struct MessageLayout;

/// Answers a message, and goes to the one that it answers; wherever in the window one is.
inline constexpr QKeyCombination answerKey = Qt::CTRL | Qt::SHIFT | Qt::Key_R;
inline constexpr QKeyCombination answeredKey = Qt::CTRL | Qt::SHIFT | Qt::Key_M;

/// A conversation, read from the bottom: short ones stand on the composer, new messages keep the end in sight when it
/// was in sight, and earlier ones come in above without moving what is read. Rows have the heights that the delegate
/// gives them at the view's width, and are measured when they come into sight: a long conversation opens like a short
/// one.
class ThreadView final : public QAbstractItemView
{
    Q_OBJECT

public:
    explicit ThreadView(const Theme &theme, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    QModelIndex indexAt(const QPoint &point) const override;
    void reset() override;
    void scrollToEnd();
    /// Brings a row into the middle, and shows for a moment which it is.
    void point(const QModelIndex &index);
    /// Rows in the shape of messages while there is nothing yet.
    void setLoading(bool loading);

    /// Which messages may be edited and deleted is not ours to know.
    void setEditable(std::function<bool(const QModelIndex &index)> editable) { m_editable = std::move(editable); }
    /// The same of messages that can be answered.
    void setAnswerable(std::function<bool(const QModelIndex &index)> answerable)
    {
        m_answerable = std::move(answerable);
    }
    bool isAnswerable(const QModelIndex &index) const { return index.isValid() && m_answerable && m_answerable(index); }
    bool isEditable(const QModelIndex &index) const { return index.isValid() && m_editable && m_editable(index); }

    /// Where the pictures in messages come from; not owned.
    void setFileSource(FileActions &source);
    /// Those that could not be had are asked for again.
    void retryPictures();
    /// What messages in sight answer and is not here is asked for again.
    void retryQuotes();
    /// What is selected of a message's words, for the clipboard; empty: nothing.
    QString selectedText() const { return m_selection.text(); }
    /// How much of a file has come to this computer, in percent; negative: it is not under way any more.
    void showDownload(const AttachmentId &id, int percent);

Q_SIGNALS:
    /// The person has come to the first message that is there.
    void earlierWanted();
    void sendAgainRequested(const QString &clientId);
    void discardRequested(const QString &clientId);
    void editRequested(qint64 seq);
    void deleteRequested(qint64 seq);
    void answerRequested(qint64 seq);
    /// A message in sight answers this one, which is not here.
    void quotedMissing(qint64 seq);
    /// The person wants to see the message that another one answers.
    void quotedRequested(qint64 seq);
    /// The files of a message that is on its way are to stay here.
    void stopRequested(const QString &clientId);
    void fileOpenRequested(const deskbell::api::Attachment &file);
    void fileSaveRequested(const deskbell::api::Attachment &file);
    void fileCopyRequested(const deskbell::api::Attachment &file);
    /// To a page or a mailbox.
    void linkRequested(const QUrl &target);

protected:
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles) override;
    void updateGeometries() override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    int horizontalOffset() const override { return 0; }
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex &) const override { return false; }
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;

private:
    void measure();
    bool measureVisible();
    void settle();
    void relayout();
    int contentHeight() const { return m_rows.end(); }
    int lead() const; // empty room over a conversation that is shorter than the view
    void copyCurrent();
    void copy();
    bool takeEnter(const QModelIndex &index);
    bool followLinks(const QModelIndex &index);
    void offerMenu(const QModelIndex &index);
    void addFileActions(QMenu &menu, const QModelIndex &index);
    void addUnsentActions(QMenu &menu, const QModelIndex &index);
    void addAnswerActions(QMenu &menu, const QModelIndex &index);
    void addCopyActions(QMenu &menu, const QModelIndex &index);
    void addLinkActions(QMenu &menu, const QModelIndex &index, const std::optional<QUrl> &under);
    const MessageLayout &layoutOf(const QModelIndex &index) const;
    bool isOverWords(const QPoint &position) const;
    std::optional<QUrl> linkUnder(const QPoint &position) const;
    bool isPressable(const QPoint &position) const;
    void useWhatIsAt(const QPoint &position);
    void takeHold(const QPoint &position, TextSelection::Unit unit);
    void extendSelection(const QPoint &position);
    void dragOn(const QPoint &position);
    bool letGo(const QPoint &position);
    void dropSelection();
    void askForQuoted(int row);
    void useFile(const api::Attachment &file);
    void paintLoading(QPainter &painter) const;

    /// What the left button has taken hold of while it is down, and when it last went down twice.
    struct Grip
    {
        bool held = false; // some words
        QPoint at;
        std::optional<QUrl> link; // followed when the button comes up again, unless something is selected by then
        std::optional<quint64> twiceMs;
    };

    const Theme &m_theme;
    TextSelection m_selection;
    Grip m_grip;
    MessageDelegate *m_delegate; // after the selection, which it paints
    std::function<bool(const QModelIndex &index)> m_editable;
    std::function<bool(const QModelIndex &index)> m_answerable;
    RowPlaces m_rows;
    int m_measuredWidth = 0;
    QPersistentModelIndex m_pointed; // while it is shown which row was looked for
    QTimer m_pointing;
    bool m_atEnd = true; // the last row is in sight, and is to stay there
    bool m_loading = false;
    bool m_settling = false; // the scroll bar follows what was measured, not a person
};

} // namespace deskbell::console
