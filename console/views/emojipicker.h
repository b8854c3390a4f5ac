#pragma once

#include "console/writing/emojibook.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListView;
class QStandardItemModel;

namespace deskbell::console {

class ComposerView;
class Theme;
class Vocabulary;

/// All emoji over the composer: those used last, then group by group; one types to find one, goes there with the arrows
/// and takes it with Enter. With Shift it stays open for another.
class EmojiPicker final : public QFrame
{
    Q_OBJECT

public:
    /// None of them is owned; the parent is what it stands over.
    EmojiPicker(const Theme &theme, ComposerView &composer, const EmojiBook &book, Vocabulary &vocabulary,
                QWidget *parent);

    /// Opens it, or closes it where it is open.
    void toggle();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build(const Theme &theme);
    void addGroups();
    void goToGroup(int wanted);
    void fill();
    void append(const Emoji &emoji);
    void showName();
    void choose(const QModelIndex &index, bool stay);
    void leave();
    bool takeKey(int key, Qt::KeyboardModifiers modifiers);

    ComposerView &m_composer;
    const EmojiBook &m_book;
    Vocabulary &m_vocabulary;
    QLineEdit *m_search;
    QListView *m_list;
    QStandardItemModel *m_model;
    QWidget *m_groups; // buttons that go to the beginning of each
    QLabel *m_name; // of the emoji on which the mark stands
};

} // namespace deskbell::console
