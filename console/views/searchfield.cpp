#include "console/views/searchfield.h"

#include "console/theme/theme.h"
#include "console/views/chatlistpane.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>

namespace deskbell::console {

SearchField::SearchField(const Theme &theme, QWidget *parent) : QLineEdit(parent)
{
    setObjectName(QStringLiteral("searchEdit"));
    setProperty("leading", true);
    setPlaceholderText(ChatListPane::tr("Search everything"));
    setToolTip(ChatListPane::tr("Search names, and all that was said (Ctrl+F)"));
    setAccessibleName(ChatListPane::tr("Search"));
    QAction *clear = addAction(theme.icon(QStringLiteral("close"), Token::Ink3), QLineEdit::TrailingPosition);
    clear->setText(ChatListPane::tr("End the search (Esc)"));
    clear->setVisible(false);
    connect(clear, &QAction::triggered, this, &QLineEdit::clear);
    connect(this, &QLineEdit::textChanged, clear, [clear](const QString &text) { clear->setVisible(!text.isEmpty()); });
    addAction(theme.icon(QStringLiteral("search"), Token::Ink3), QLineEdit::LeadingPosition);
    auto *keys = new QLabel(QKeySequence(Qt::CTRL | Qt::Key_F).toString(QKeySequence::NativeText), this);
    keys->setObjectName(QStringLiteral("searchHintLabel"));
    keys->setFont(theme.font(FontSize::Small));
    keys->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *inside = new QHBoxLayout(this);
    const bool mirrored = isRightToLeft();
    inside->setContentsMargins(mirrored ? space::m : 0, 0, mirrored ? 0 : space::m, 0);
    inside->addStretch();
    inside->addWidget(keys);
    // What one is asked for does not run below the keys, whichever way it runs.
    const auto showKeys = [this, keys, mirrored](const QString &text) {
        keys->setVisible(text.isEmpty());
        const int room = text.isEmpty() ? keys->sizeHint().width() + space::m : 0;
        setTextMargins(mirrored ? room : 0, 0, mirrored ? 0 : room, 0);
    };
    connect(this, &QLineEdit::textChanged, keys, showKeys);
    showKeys({});
}

} // namespace deskbell::console
