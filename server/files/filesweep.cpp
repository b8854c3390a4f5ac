#include "server/files/filesweep.h"

#include <algorithm>

namespace deskbell::server {

namespace {

constexpr qint64 everyMs = 900'000;
constexpr int sweepsPerLifetime = 4;
constexpr qsizetype batch = 200; // files that one question asks for

} // namespace

FileSweep::FileSweep(FileTools &tools, const Clock &clock, qint64 lifetimeMs)
    : m_tools(tools), m_clock(clock), m_lifetimeMs(lifetimeMs)
{
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { sweep(); });
    m_timer.start(int(std::min(everyMs, lifetimeMs / sweepsPerLifetime)));
}

void FileSweep::ask(const QList<AttachmentId> &ids, std::function<void(const Known &)> answer)
{
    m_tools.desk.perform<Known>(
        api::Effect::Read, Caller{},
        [ids](Request &request) -> Result<Known> { return AttachmentStore(request.transaction).known(ids); },
        [answer = std::move(answer)](const Result<Known> &known, const Outbox &) {
            if (known) // else nothing is known, which is no reason to remove anything
                answer(*known);
        });
}

void FileSweep::recover()
{
    // Listed here and now, so that no upload of this run is among them.
    const QList<AttachmentId> parts = m_tools.folder.parts();
    ask(parts, [this, parts](const Known &known) {
        m_tools.disk.run([folder = m_tools.folder, parts, known] {
            for (const AttachmentId &id : parts) {
                if (!known.value(id) || !folder.settle(id))
                    folder.removePart(id);
            }
        });
        sweep();
    });
}

void FileSweep::sweep()
{
    const Timestamp before{m_clock.now().ms - m_lifetimeMs};
    m_tools.desk.perform<Nothing>(
        api::Effect::Write, Caller{},
        [before](Request &request) -> Result<Nothing> {
            AttachmentStore(request.transaction).removeUnsent(before);
            return Nothing{};
        },
        [this](const Result<Nothing> &, const Outbox &) {
            m_tools.disk.run<QList<AttachmentId>>([folder = m_tools.folder] { return folder.files(); },
                                                  [this](const QList<AttachmentId> &ids) { removeUnknown(ids); });
        });
}

void FileSweep::removeUnknown(QList<AttachmentId> ids)
{
    if (ids.isEmpty())
        return;
    const QList<AttachmentId> some = ids.first(std::min(batch, ids.size()));
    ask(some, [this, some, rest = ids.sliced(some.size())](const Known &known) {
        m_tools.disk.run([folder = m_tools.folder, some, known] {
            for (const AttachmentId &id : some) {
                if (!known.contains(id))
                    folder.remove(id);
            }
        });
        removeUnknown(rest);
    });
}

} // namespace deskbell::server
