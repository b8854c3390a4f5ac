#pragma once

#include "console/state/listscope.h"

#include <QString>

namespace deskbell::console {

/// What a list is called, and what it says while nothing is in it.
struct ScopeWords
{
    QString title;
    QString icon;
    QString nothing;
    QString hint;

    static ScopeWords of(ListScope scope);
};

} // namespace deskbell::console
