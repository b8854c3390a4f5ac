#include "console/admin/auditmodel.h"

#include "console/models/wording.h"

#include <array>

namespace deskbell::console {

namespace {

struct Action
{
    const char *name;
    const char *text;
};

constexpr std::array actions{
    Action{"operator.signedIn", QT_TRANSLATE_NOOP("deskbell::console::AuditModel", "Signed in")},
    Action{"operator.created", QT_TRANSLATE_NOOP("deskbell::console::AuditModel", "Added an operator")},
    Action{"operator.updated", QT_TRANSLATE_NOOP("deskbell::console::AuditModel", "Changed an operator")},
    Action{"operator.disabled", QT_TRANSLATE_NOOP("deskbell::console::AuditModel", "Shut an operator out")},
    Action{"operator.enabled", QT_TRANSLATE_NOOP("deskbell::console::AuditModel", "Let an operator in again")},
    Action{"operator.passwordChanged", QT_TRANSLATE_NOOP("deskbell::console::AuditModel", "Set a password")},
    Action{"settings.updated", QT_TRANSLATE_NOOP("deskbell::console::AuditModel", "Changed the settings")},
    Action{"canned.created", QT_TRANSLATE_NOOP("deskbell::console::AuditModel", "Added a canned reply")},
    Action{"canned.updated", QT_TRANSLATE_NOOP("deskbell::console::AuditModel", "Changed a canned reply")},
    Action{"canned.deleted", QT_TRANSLATE_NOOP("deskbell::console::AuditModel", "Deleted a canned reply")},
    Action{"apikey.created", QT_TRANSLATE_NOOP("deskbell::console::AuditModel", "Made an API key")},
    Action{"apikey.revoked", QT_TRANSLATE_NOOP("deskbell::console::AuditModel", "Revoked an API key")},
    Action{"webhook.created", QT_TRANSLATE_NOOP("deskbell::console::AuditModel", "Added a webhook")},
    Action{"webhook.deleted", QT_TRANSLATE_NOOP("deskbell::console::AuditModel", "Deleted a webhook")},
    Action{"visitor.updated", QT_TRANSLATE_NOOP("deskbell::console::AuditModel", "Changed a visitor")},
    Action{"visitor.blocked", QT_TRANSLATE_NOOP("deskbell::console::AuditModel", "Blocked a visitor")},
    Action{"visitor.unblocked", QT_TRANSLATE_NOOP("deskbell::console::AuditModel", "Unblocked a visitor")},
    Action{"visitor.erased", QT_TRANSLATE_NOOP("deskbell::console::AuditModel", "Erased a visitor")},
    Action{"message.edited", QT_TRANSLATE_NOOP("deskbell::console::AuditModel", "Edited a message")},
    Action{"message.deleted", QT_TRANSLATE_NOOP("deskbell::console::AuditModel", "Deleted a message")},
};

QString actorText(const api::AuditEntry &entry)
{
    switch (entry.actorType) {
    case api::ActorType::ApiKey:
        return AuditModel::tr("%1 (API key)").arg(oneLine(entry.actorName));
    case api::ActorType::CommandLine:
        return AuditModel::tr("Command line");
    case api::ActorType::Desk:
        return AuditModel::tr("The desk itself");
    case api::ActorType::Visitor:
        return AuditModel::tr("%1 (visitor)").arg(oneLine(entry.actorName));
    case api::ActorType::Operator:
        break;
    }
    return oneLine(entry.actorName);
}

} // namespace

QString AuditModel::actionText(const QString &action)
{
    for (const Action &each : actions) {
        if (action == QLatin1String(each.name))
            return tr(each.text);
    }
    return action;
}

QStringList AuditModel::knownActions()
{
    QStringList names;
    for (const Action &each : actions)
        names.append(QLatin1String(each.name));
    return names;
}

void AuditModel::clear()
{
    if (!m_entries.isEmpty()) {
        beginRemoveRows({}, 0, int(m_entries.size()) - 1);
        m_entries.clear();
        endRemoveRows();
    }
    m_next.reset();
    m_asked = false;
}

void AuditModel::take(const QList<api::AuditEntry> &entries, std::optional<qint64> next)
{
    m_asked = false;
    if (m_entries.isEmpty()) {
        insert(0, entries);
        m_next = next;
        return;
    }
    QList<api::AuditEntry> newer;
    QList<api::AuditEntry> older;
    for (const api::AuditEntry &each : entries) {
        if (each.number > m_entries.first().number)
            newer.append(each);
        else if (each.number < m_entries.last().number)
            older.append(each);
    }
    if (newer.size() == entries.size() && next && !newer.isEmpty()) {
        clear(); // so much has happened that there may be a gap between
        insert(0, newer);
        m_next = next;
        return;
    }
    insert(0, newer);
    insert(int(m_entries.size()), older);
    if (!older.isEmpty() || entries.isEmpty())
        m_next = next;
}

void AuditModel::insert(int row, const QList<api::AuditEntry> &entries)
{
    if (entries.isEmpty())
        return;
    beginInsertRows({}, row, row + int(entries.size()) - 1);
    m_entries = m_entries.mid(0, row) + entries + m_entries.mid(row);
    endInsertRows();
}

int AuditModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int AuditModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant AuditModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const api::AuditEntry &entry = m_entries.at(index.row());
    if (role == Qt::ToolTipRole && index.column() == Detail)
        return entry.detail.value_or(QString()).toHtmlEscaped();
    if (role == Qt::AccessibleTextRole)
        return QStringLiteral("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                            index.data().toString());
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case When:
        return fullTimeText(entry.at);
    case Who:
        return actorText(entry);
    case What:
        return actionText(entry.action);
    default:
        return oneLine(entry.detail.value_or(entry.targetId.value_or(QString())));
    }
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const std::array heads{tr("When"), tr("Who"), tr("What"), tr("In detail")};
    return heads.at(size_t(section));
}

bool AuditModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_next.has_value() && !m_asked;
}

void AuditModel::fetchMore(const QModelIndex &)
{
    m_asked = true;
    Q_EMIT moreRequested();
}

} // namespace deskbell::console
