#pragma once

#include <QFrame>

class QListWidget;
class QVBoxLayout;

namespace deskbell::console {

class ComposerView;
class MessageEdit;
class Theme;

/// A list over the composer while one writes: arrows go through it, Enter or Tab takes what is marked, Escape sends it
/// away. The cursor never leaves the composer, and readers hear what is marked.
class ComposerPopup : public QFrame
{
    Q_OBJECT

public:
    /// Neither is owned; the parent is what it stands over.
    ComposerPopup(const Theme &theme, ComposerView &composer, QWidget *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

    ComposerView &composer() const { return m_composer; }
    MessageEdit &edit() const { return m_edit; }
    QListWidget &list() const { return *m_list; }
    QVBoxLayout &column() const { return *m_column; }

    /// Empties the list, to be filled anew.
    void clearRows();
    /// `spoken` instead of the text for readers, if there is any.
    void addRow(const QString &text, const QString &spoken = {});
    /// With the first row marked. Without rows it goes.
    void appear();

    /// Whether what is typed asks for the list is the heirs' business, as is what becomes of a row.
    virtual void take(int row) = 0;
    /// The person has sent the list away, and does not want it again for what is typed now.
    virtual void sendAway() = 0;
    virtual void showMarked(int) { }
    /// Where it stands, so high.
    virtual QRect place(int height) const = 0;
    /// The line over the composer, for something so high.
    int topFor(int height) const;

private:
    void followMark(int row);
    bool takeKey(int key);

    ComposerView &m_composer;
    MessageEdit &m_edit;
    QListWidget *m_list;
    QVBoxLayout *m_column;
};

} // namespace deskbell::console
