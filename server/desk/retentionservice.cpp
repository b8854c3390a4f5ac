#include "server/desk/retentionservice.h"

#include "server/desk/desk.h"
#include "server/desk/settinghandler.h"
#include "server/store/erasurestore.h"

namespace deskbell::server {

namespace {

constexpr int everyMs = 600'000;
constexpr int atOnce = 50;
constexpr qint64 dayMs = 24LL * 3'600'000;

} // namespace

RetentionService::RetentionService(Desk &desk) : m_desk(desk)
{
    connect(&m_timer, &QTimer::timeout, this, &RetentionService::sweep);
    m_timer.start(everyMs);
}

void RetentionService::stop()
{
    m_timer.stop();
}

void RetentionService::sweep()
{
    if (!m_timer.isActive())
        return;
    m_desk.perform<bool>(
        api::Effect::Write, Caller{},
        [](Request &request) -> Result<bool> {
            const qint64 days = SettingHandler(request).settings().retentionDays.value_or(0);
            ErasureStore erasures(request.transaction);
            const bool more = days > 0 && erasures.removeEndedBefore({request.now.ms - days * dayMs}, atOnce) == atOnce;
            return more || !erasures.cleanIndex();
        },
        [this](const Result<bool> &more, const Outbox &) {
            if (more && *more)
                sweep();
        });
}

} // namespace deskbell::server
