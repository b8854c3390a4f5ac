#pragma once

#include "console/admin/settingspage.h"

class QLabel;

namespace deskbell::console {

class ChoiceList;
class DurationBox;

/// How chats find an operator, and how long the desk waits for people.
class RoutingPage final : public SettingsPage
{
    Q_OBJECT

public:
    explicit RoutingPage(const AdminContext &context, QWidget *parent = nullptr);

protected:
    void fill(const api::DeskSettings &settings) override;
    api::SettingsUpdate wanted() const override;
    QByteArray content(const api::DeskSettings &settings) const override;

private:
    void addStrategy();
    void addTimes();
    DurationBox *addTime(const QString &field, const QString &caption, int most, const QString &atNone);
    api::RoutingStrategy strategy() const;
    void sayWhatFollows();
    QString whatFollows() const;

    ChoiceList *m_strategy;
    QLabel *m_follows;
    DurationBox *m_escalate = nullptr;
    DurationBox *m_offer = nullptr;
    DurationBox *m_transfer = nullptr;
    DurationBox *m_vanish = nullptr;
    DurationBox *m_abandon = nullptr;
};

} // namespace deskbell::console
