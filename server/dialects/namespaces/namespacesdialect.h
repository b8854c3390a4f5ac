#pragma once

#include "server/dialects/vocabulary.h"

namespace deskbell::server::dialects {

/// `namespaces`: the events of `/admin` or of `/user`.
class NamespacesDialect final : public Vocabulary
{
public:
    enum class Side { Admin, User };

    /// `gate` outlives this.
    NamespacesDialect(Gate &gate, Side side);
};

} // namespace deskbell::server::dialects
