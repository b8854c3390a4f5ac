#pragma once

#include <QStringList>

namespace deskbell::server {

/// The words of a text as addresses are found by them: in lower case, without accents, and of letters and digits alone.
QStringList addressWords(const QString &text);

} // namespace deskbell::server
