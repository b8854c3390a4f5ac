#include "console/theme/theme.h"

#include "console/theme/desklook.h"
#include "console/theme/iconengine.h"
#include "console/theme/systemscheme.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QPalette>

namespace deskbell::console {

Theme::Theme(QApplication &application, SystemScheme &system) : m_application(application), m_system(system)
{
    const QString inter = QStringLiteral("Inter");
    if (QFontDatabase::families().contains(inter))
        m_family = inter;
    // The style belongs to the application from here on, which is why there is one theme for the program.
    QApplication::setStyle(new DeskLook(*this));
    connect(&m_system, &SystemScheme::changed, this, &Theme::settle);
    m_scheme = m_system.scheme();
    dress();
}

Theme::~Theme()
{
    QApplication::setStyle(QStringLiteral("Fusion")); // ours would look at a theme that is gone
}

void Theme::setAppearance(Appearance appearance)
{
    m_appearance = appearance;
    settle();
}

void Theme::settle()
{
    Scheme wanted = m_system.scheme();
    if (m_appearance != Appearance::System)
        wanted = m_appearance == Appearance::Dark ? Scheme::Dark : Scheme::Light;
    if (wanted == m_scheme)
        return;
    m_scheme = wanted;
    dress();
    Q_EMIT changed();
}

void Theme::dress()
{
    QPalette palette;
    palette.setColor(QPalette::Window, color(Token::Paper));
    palette.setColor(QPalette::Base, color(Token::Panel));
    palette.setColor(QPalette::AlternateBase, color(Token::Paper));
    palette.setColor(QPalette::Button, color(Token::Panel));
    palette.setColor(QPalette::ToolTipBase, color(Token::Ink));
    palette.setColor(QPalette::ToolTipText, color(Token::Paper));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::BrightText})
        palette.setColor(role, color(Token::Ink));
    palette.setColor(QPalette::PlaceholderText, color(Token::Ink3));
    palette.setColor(QPalette::Highlight, color(Token::Primary));
    palette.setColor(QPalette::HighlightedText, color(Token::OnPrimary));
    palette.setColor(QPalette::Link, color(Token::Primary));
    palette.setColor(QPalette::LinkVisited, color(Token::Primary));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, color(Token::Ink3));
    for (const auto role : {QPalette::Light, QPalette::Midlight, QPalette::Mid, QPalette::Dark, QPalette::Shadow})
        palette.setColor(role, color(Token::Line));
    QApplication::setPalette(palette);
    QApplication::setFont(font(FontSize::List));

    QFile file(QStringLiteral(":/deskbell/styles/console.qss"));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    Q_UNUSED(opened)
    QString sheet = QString::fromUtf8(file.readAll());
    // Longer names first, or @ink would eat the beginning of @ink-2.
    QList<Token> tokens;
    for (int i = 0; i < tokenCount; ++i)
        tokens.append(Token(i));
    std::sort(tokens.begin(), tokens.end(), [](Token a, Token b) { return tokenName(a).size() > tokenName(b).size(); });
    for (const Token token : std::as_const(tokens))
        sheet.replace(QLatin1Char('@') + tokenName(token), color(token).name());
    m_application.setStyleSheet(sheet);
}

QColor Theme::avatarGround(const QString &id) const
{
    // Not qHash, whose seed differs from one run to the next.
    uint sum = 0;
    for (const QChar c : id)
        sum = sum * 31 + c.unicode();
    return color(Token(int(Token::Avatar1) + int(sum % avatarCount)));
}

QFont Theme::font(FontSize size, Weight weight) const
{
    QFont font = m_family.isEmpty() ? QFontDatabase::systemFont(QFontDatabase::GeneralFont) : QFont(m_family);
    // Named, since otherwise many emoji come out of text fonts, black and white among coloured ones.
    font.setFamilies(font.families() << QStringLiteral("Noto Color Emoji"));
    font.setPixelSize(int(size));
    font.setWeight(weight == Weight::SemiBold ? QFont::DemiBold : QFont::Normal);
    return font;
}

QIcon Theme::icon(const QString &name, Token token, Token disabled) const
{
    return QIcon(new IconEngine(*this, name, token, disabled));
}

QString initials(const QString &name)
{
    const QStringList words = name.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty())
        return QStringLiteral("?");
    // The first user-perceived letter may take two code units.
    const auto first = [](const QString &word) {
        return word.left(word.at(0).isHighSurrogate() && word.size() > 1 ? 2 : 1).toUpper();
    };
    return words.size() == 1 ? first(words.first()) : first(words.first()) + first(words.last());
}

} // namespace deskbell::console
