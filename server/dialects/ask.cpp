#include "server/dialects/ask.h"

namespace deskbell::server::dialects {

Ask::Ask(const Vocabulary &vocabulary, Call call, Asked asked, Manner manner)
    : m_vocabulary(vocabulary), m_asked(std::move(asked)), m_rest(std::move(call)), m_manner(std::move(manner))
{
}

Ask::Ask(const Vocabulary &vocabulary, EventCall call, Asked asked, Manner manner)
    : m_vocabulary(vocabulary), m_asked(std::move(asked)), m_event(std::move(call)), m_manner(std::move(manner))
{
}

void Ask::answer(const QByteArray &json, const HttpHeaders &headers) const
{
    if (m_event)
        return m_manner.event.isEmpty() ? m_event->answer(json) : m_event->answerWith(m_manner.event, json);
    if (!words().isWrapped)
        return m_rest->answer(m_manner.status, json, headers);
    m_rest->answer(m_manner.status,
                   Shape()
                       .with("success", true)
                       .with("statusCode", m_manner.status)
                       .with("message", QLatin1String(m_manner.status == 201 ? "Created" : "OK"))
                       .json("data", json)
                       .done(),
                   headers);
}

void Ask::answerList(const QByteArray &items) const
{
    answer(m_manner.listName.isEmpty() ? items : Shape().json(m_manner.listName, items).done());
}

void Ask::answerPage(const QByteArray &items, const std::optional<QString> &next,
                     const std::optional<qint64> &total) const
{
    if (m_manner.listName.isEmpty())
        return answer(items);
    Shape page;
    page.json(m_manner.listName, items).with("next", next);
    if (total)
        page.with("total", *total);
    answer(page.done());
}

void Ask::acknowledge(const QByteArray &json) const
{
    if (m_event)
        m_event->answer(json);
}

void Ask::refuse(const Error &error) const
{
    m_event ? m_event->refuse(error, words().errorCodes.value(error.code)) : m_rest->refuse(error);
}

} // namespace deskbell::server::dialects
