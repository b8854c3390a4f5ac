// What helps a person to write.
#include "console/views/composerview.h"
#include "console/views/conversationview.h"
#include "console/views/emojicompletion.h"
#include "console/views/emojipicker.h"
#include "console/views/spellingmarks.h"
#include "console/writing/writingaids.h"

namespace deskbell::console {

void ConversationView::setWriting(WritingAids &aids)
{
    m_composer->spelling().setSpelling(aids.spelling);
    m_emoji = new EmojiPicker(m_theme, *m_composer, aids.emoji, aids.vocabulary, this);
    new EmojiCompletion(m_theme, *m_composer, aids.emoji, aids.vocabulary, this);
    connect(m_composer, &ComposerView::emojiRequested, this, &ConversationView::offerEmoji);
}

void ConversationView::offerEmoji()
{
    if (m_emoji && m_composer->isVisible())
        m_emoji->toggle();
}

void ConversationView::offerSpelling()
{
    if (m_composer->isVisible())
        m_composer->spelling().offerNext();
}

} // namespace deskbell::console
