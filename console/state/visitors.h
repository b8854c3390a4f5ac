#pragma once

#include "shared/api/entities.h"

#include <QHash>
#include <QObject>

namespace deskbell::console {

/// How far it has come to learn who a visitor is.
enum class VisitorState { Unasked, Loading, Known, Failed };

/// Who the visitors are that somebody has looked at: what their site said of them. Asked for when a chat is opened, and
/// kept true by events. Lives in the GUI thread.
class Visitors final : public QObject
{
    Q_OBJECT

public:
    explicit Visitors(QObject *parent = nullptr) : QObject(parent) { }

    /// Null when the visitor is not known; valid until the next change.
    const api::Visitor *find(const VisitorId &id) const;
    /// One that is known stays known while it is asked for again.
    VisitorState state(const VisitorId &id) const;

    void take(const api::Visitor &visitor);
    /// What the server tells of any visitor: those that nobody has looked at are not remembered.
    void takeNews(const api::Visitor &visitor);
    /// Loading, Failed or Unasked, of one that is not known.
    void setState(const VisitorId &id, VisitorState state);
    void clear();

Q_SIGNALS:
    /// The visitor, or the state.
    void changed(const deskbell::VisitorId &id);
    /// An event has told of this visitor, whether known or not.
    void told(const deskbell::VisitorId &id);

private:
    QHash<VisitorId, api::Visitor> m_known;
    QHash<VisitorId, VisitorState> m_states; // of those that are not known
};

} // namespace deskbell::console
