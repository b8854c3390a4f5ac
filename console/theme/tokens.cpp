#include "console/theme/tokens.h"

#include "shared/json/document.h"

#include <QFile>

#include <algorithm>
#include <cmath>

namespace deskbell::console {

QLatin1String tokenName(Token token)
{
    static constexpr std::array<std::string_view, tokenCount> names{
        "paper",    "panel",      "raised",       "ink",        "ink-2",       "ink-3",    "line",     "field-line",
        "primary",  "on-primary", "brass",        "on-brass",   "brass-text",  "danger",   "success",  "info",
        "wash",     "bubble",     "primary-wash", "brass-wash", "danger-wash", "avatar-1", "avatar-2", "avatar-3",
        "avatar-4", "avatar-5",   "avatar-6",     "avatar-7",   "avatar-8"};
    const std::string_view name = names[size_t(token)];
    return QLatin1String(name.data(), qsizetype(name.size()));
}

Result<TokenTable> TokenTable::parse(QByteArrayView json)
{
    const auto document = json::Document::parse(json);
    if (!document)
        return document.error();
    const json::Value colors = document->root().member("color");
    TokenTable table;
    for (int i = 0; i < tokenCount; ++i) {
        const QLatin1String name = tokenName(Token(i));
        const json::Value entry = colors.member(QByteArrayView(name.data(), name.size()));
        const QColor light(entry.member("light").toString());
        const QColor dark(entry.member("dark").toString());
        if (!light.isValid() || !dark.isValid())
            return Error::invalid(QString(name), QStringLiteral("must have a light and a dark colour"));
        table.m_colors[size_t(Scheme::Light)][size_t(i)] = light;
        table.m_colors[size_t(Scheme::Dark)][size_t(i)] = dark;
    }
    return table;
}

const TokenTable &TokenTable::bundled()
{
    static const TokenTable table = [] {
        QFile file(QStringLiteral(":/deskbell/tokens.json"));
        const bool opened = file.open(QIODevice::ReadOnly);
        Q_ASSERT(opened);
        Q_UNUSED(opened)
        auto parsed = parse(file.readAll());
        Q_ASSERT(parsed.ok());
        return *std::move(parsed);
    }();
    return table;
}

double contrast(const QColor &one, const QColor &other)
{
    const auto luminance = [](const QColor &color) {
        const auto linear = [](double channel) {
            return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
    };
    // As a list: of two values std::minmax gives references, and these would be gone.
    const auto [low, high] = std::minmax({luminance(one), luminance(other)});
    return (high + 0.05) / (low + 0.05);
}

} // namespace deskbell::console
