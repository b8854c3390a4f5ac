#pragma once

#include "server/config/settings.h"

#include <QList>

class QProcessEnvironment;

namespace deskbell::server {

/// A setting that came under one of the names that other chat servers have for it.
struct OldName
{
    QString name; ///< In the environment.
    QString key;
    QString value;
};

/// What the environment says in the names of the servers that we stand in for. `soFar` is what is set already.
QList<OldName> oldNames(const QProcessEnvironment &environment, const Settings &soFar);

} // namespace deskbell::server
