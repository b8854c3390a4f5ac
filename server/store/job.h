#pragma once

#include "server/store/transaction.h"

namespace deskbell::server {

/// One request on its way through a database thread and back to the thread that asked.
class Job
{
public:
    Job() = default;
    virtual ~Job() = default;
    Q_DISABLE_COPY_MOVE(Job)

    enum class Outcome {
        Keep, ///< What it wrote is to be committed.
        Undo, ///< It was refused; what it wrote, if anything, is not to stay.
    };

    /// On a database thread. May run again when its batch has to be repeated; the last run is what counts.
    virtual Outcome run(Transaction &transaction) = 0;
    /// On a database thread, or the asker's: this is the answer, whatever run() found.
    virtual void fail(const Error &error) = 0;
};

} // namespace deskbell::server
