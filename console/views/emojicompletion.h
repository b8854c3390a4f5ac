#pragma once

#include "console/writing/emojibook.h"

#include <QFrame>

class QListWidget;

namespace deskbell::console {

class ComposerView;
class MessageEdit;
class Theme;
class Vocabulary;

/// Emoji by name while one writes: `:smi` offers what begins so over the composer, Enter or Tab takes it, and a whole
/// `:smile:` turns into it by itself. The cursor never leaves the composer.
class EmojiCompletion final : public QFrame
{
    Q_OBJECT

public:
    /// None of them is owned; the parent is what it stands over.
    EmojiCompletion(const Theme &theme, ComposerView &composer, const EmojiBook &book, Vocabulary &vocabulary,
                    QWidget *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QString typedName() const;
    bool replaceWhole();
    void refresh();
    void place();
    void tellMark();
    void choose();
    void insert(const QString &emoji, int instead);
    bool takeKey(int key);

    ComposerView &m_composer;
    MessageEdit &m_edit;
    const EmojiBook &m_book;
    Vocabulary &m_vocabulary;
    QListWidget *m_list;
    QStringList m_shown;
    QString m_dismissed; // what was typed when the person sent it away
};

} // namespace deskbell::console
