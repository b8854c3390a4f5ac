#pragma once

#include "console/views/composerpopup.h"
#include "console/writing/emojibook.h"

namespace deskbell::console {

class Vocabulary;

/// Emoji by name while one writes: `:smi` offers what begins so over the
/// composer, Enter or Tab takes it, and a whole
/// `:smile:` turns into it by itself.
class EmojiCompletion final : public ComposerPopup
{
    Q_OBJECT

public:
    /// None of them is owned; the parent is what it stands over.
    EmojiCompletion(const Theme &theme, ComposerView &composer, const EmojiBook &book, Vocabulary &vocabulary,
                    QWidget *parent);

protected:
    void take(int row) override;
    void sendAway() override { m_dismissed = typedName(); }
    QRect place(int height) const override;

private:
    QString typedName() const;
    bool replaceWhole();
    void refresh();
    void insert(const QString &emoji, int instead);

    const EmojiBook &m_book;
    Vocabulary &m_vocabulary;
    QStringList m_shown;
    QString m_dismissed; // what was typed when the person sent it away
};

} // namespace deskbell::console
