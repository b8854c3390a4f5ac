#pragma once

#include "shared/result.h"

#include <QColor>

#include <array>

namespace deskbell::console {

/// Every colour of resources/tokens.json, in the order of that file.
enum class Token {
    Paper,
    Panel,
    Raised,
    Ink,
    Ink2,
    Ink3,
    Line,
    FieldLine,
    Primary,
    OnPrimary,
    Brass,
    OnBrass,
    BrassText,
    Danger,
    Success,
    Info,
    Wash,
    Bubble,
    PrimaryWash,
    BrassWash,
    DangerWash,
    Avatar1,
    Avatar2,
    Avatar3,
    Avatar4,
    Avatar5,
    Avatar6,
    Avatar7,
    Avatar8,
};
inline constexpr int tokenCount = int(Token::Avatar8) + 1;
inline constexpr int avatarCount = 8;

enum class Scheme { Light, Dark };

/// The name of a token in resources/tokens.json and, behind `--`, in the style sheets of the web.
QLatin1String tokenName(Token token);

/// The colours of both schemes, read from the one file that the web is made from too.
class TokenTable
{
public:
    /// Errors: MalformedJson, or InvalidRequest for a token that is missing or is not a colour.
    static Result<TokenTable> parse(QByteArrayView json);
    /// The table that the program carries. A broken one is our own mistake and asserts.
    static const TokenTable &bundled();

    QColor color(Token token, Scheme scheme) const { return m_colors[size_t(scheme)][size_t(token)]; }

private:
    std::array<std::array<QColor, tokenCount>, 2> m_colors;
};

/// Relative luminance contrast as WCAG 2 has it: 1 to 21.
double contrast(const QColor &one, const QColor &other);

} // namespace deskbell::console
