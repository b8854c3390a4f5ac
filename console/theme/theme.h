#pragma once

#include "console/theme/tokens.h"

#include <QFont>
#include <QIcon>
#include <QObject>

class QApplication;

namespace deskbell::console {

class SystemScheme;

enum class Appearance { System, Light, Dark };

/// The sizes of LOOKS.md, in device-independent pixels.
namespace space {
inline constexpr int xs = 4;
inline constexpr int s = 8;
inline constexpr int m = 12;
inline constexpr int l = 16;
inline constexpr int xl = 24;
inline constexpr int xxl = 32;
} // namespace space
namespace radius {
inline constexpr int control = 6;
inline constexpr int bubble = 12;
} // namespace radius

enum class FontSize { Small = 12, List = 13, Reading = 15, Title = 20, Display = 28 };
enum class Weight { Regular, SemiBold };

/// How the program looks now: colours, fonts, icons, the style and palette of the application. One for the program;
/// lives in the GUI thread.
class Theme final : public QObject
{
    Q_OBJECT

public:
    /// Dresses the application at once. `system` says what the desktop prefers; not owned.
    Theme(QApplication &application, SystemScheme &system);
    ~Theme() override;

    Appearance appearance() const { return m_appearance; }
    void setAppearance(Appearance appearance);
    Scheme scheme() const { return m_scheme; }

    QColor color(Token token) const { return TokenTable::bundled().color(token, m_scheme); }
    /// One of eight muted grounds, always the same one for the same id.
    QColor avatarGround(const QString &id) const;
    QFont font(FontSize size, Weight weight = Weight::Regular) const;
    /// An icon of our set that is drawn in the token's colour of the moment, at any scale.
    QIcon icon(const QString &name, Token token, Token disabled = Token::Ink3) const;

Q_SIGNALS:
    void changed();

private:
    void settle();
    void dress();

    QApplication &m_application;
    SystemScheme &m_system;
    Appearance m_appearance = Appearance::System;
    Scheme m_scheme = Scheme::Light;
    QString m_family; // Inter where it is installed, else empty: the system's own
};

/// The first letters of the first and last word of a name, for an avatar.
QString initials(const QString &name);

} // namespace deskbell::console
