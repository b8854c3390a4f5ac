#include "console/admin/routingpage.h"

#include "console/admin/choicelist.h"
#include "console/admin/durationbox.h"
#include "console/admin/editform.h"
#include "console/admin/recordpanel.h"

#include <QLabel>

namespace deskbell::console {

namespace {

constexpr int day = 86'400;
constexpr int year = 365 * day;
const QLatin1String offerField("offerTimeoutS");

} // namespace

RoutingPage::RoutingPage(const AdminContext &context, QWidget *parent)
    : SettingsPage(context,
                   {QStringLiteral("routing"), QStringLiteral("routing"), tr("Routing"),
                    tr("How chats find an operator, and how long the desk waits for people. What is saved here goes "
                       "before the server's settings file.")},
                   parent),
      m_strategy(new ChoiceList(context.theme, QStringLiteral("routingStrategy"), this)), m_follows(new QLabel(this))
{
    addStrategy();
    addTimes();
}

/// In the order of api::RoutingStrategy.
void RoutingPage::addStrategy()
{
    m_strategy->addChoice(tr("By hand"), tr("Operators take chats from the queue themselves, as they can."));
    m_strategy->addChoice(tr("In turn"), tr("A chat goes to the operator who was given none for the longest time."));
    m_strategy->addChoice(tr("To whoever is least busy"),
                          tr("A chat goes to the operator who has the fewest at that moment."));
    m_follows->setObjectName(named("FollowsLabel"));
    m_follows->setProperty("kind", QStringLiteral("follows"));
    m_follows->setTextFormat(Qt::PlainText);
    m_follows->setWordWrap(true);
    EditForm &form = panel().form();
    form.add(
        QStringLiteral("strategy"), tr("Who gets a chat"), m_strategy,
        [this] { return QVariant(m_strategy->chosen()); },
        [this](const QVariant &value) { m_strategy->choose(value.toInt()); });
    form.addWide(m_follows);
    connect(m_strategy, &ChoiceList::changed, &form, &EditForm::takeChange);
    connect(&form, &EditForm::changed, this, &RoutingPage::sayWhatFollows);
}

void RoutingPage::addTimes()
{
    EditForm &form = panel().form();
    form.addHeading(tr("How long the desk waits"));
    m_escalate = addTime(QStringLiteral("escalateAfterS"),
                         tr("A chat nobody takes is offered to one operator after the other after"), day, tr("Never"));
    form.addHint(tr("From then on the consoles of all operators ring twice as often; with “Never” they do so after a "
                    "minute."));
    m_offer = addTime(offerField, tr("To accept what the desk offers there are"), day, tr("Do not ask, give"));
    m_transfer =
        addTime(QStringLiteral("transferTimeoutS"), tr("To accept what a colleague offers there are"), day, {});
    m_transfer->setMinimum(1);
    form.addHeading(tr("When somebody is gone"));
    m_vanish = addTime(QStringLiteral("vanishTimeoutS"),
                       tr("An operator whose connection is lost keeps their chats for"), day, tr("Not at all"));
    m_abandon = addTime(QStringLiteral("abandonTimeoutS"), tr("A silent chat whose visitor is gone ends after"), year,
                        tr("Never"));
}

DurationBox *RoutingPage::addTime(const QString &field, const QString &caption, int most, const QString &atNone)
{
    auto *box = new DurationBox(this);
    box->setObjectName(title().name + field.left(1).toUpper() + field.mid(1) + QStringLiteral("SpinBox"));
    box->setRange(0, most);
    box->setSpecialValueText(atNone);
    EditForm &form = panel().form();
    form.add(
        field, caption, box, [box] { return QVariant(box->value()); },
        [box](const QVariant &value) { box->setValue(value.toInt()); });
    connect(box, &QSpinBox::valueChanged, &form, &EditForm::takeChange);
    return box;
}

api::RoutingStrategy RoutingPage::strategy() const
{
    return api::RoutingStrategy(m_strategy->chosen());
}

void RoutingPage::sayWhatFollows()
{
    if (!m_abandon)
        return; // the form is being made
    m_follows->setText(whatFollows());
    const bool asksNobody = strategy() == api::RoutingStrategy::Manual && m_escalate->value() == 0;
    panel().form().setFieldVisible(offerField, !asksNobody);
}

QString RoutingPage::whatFollows() const
{
    const bool asks = m_offer->value() > 0;
    if (strategy() != api::RoutingStrategy::Manual) {
        return asks
            ? tr("A new chat is offered to an operator who is there and has room. Who does not accept it within "
                 "%1 is passed over, and another one is asked.")
                  .arg(durationWords(m_offer->value()))
            : tr("A new chat is given at once to an operator who is there and has room. Nobody is asked.");
    }
    if (m_escalate->value() == 0)
        return tr("A chat waits in the queue until somebody takes it, however long that is. The desk asks nobody.");
    const QString patience = durationWords(m_escalate->value());
    return asks
        ? tr("A chat waits in the queue until somebody takes it. After %1 it is offered to one operator after "
             "the other, first to whoever has the fewest chats; each has %2 to accept it.")
              .arg(patience, durationWords(m_offer->value()))
        : tr("A chat waits in the queue until somebody takes it. After %1 it is given to whoever has the fewest "
             "chats, without asking.")
              .arg(patience);
}

void RoutingPage::fill(const api::DeskSettings &settings)
{
    const api::DeskRouting routing = settings.routing.value_or(api::DeskRouting());
    m_strategy->choose(int(routing.strategy));
    m_escalate->setValue(routing.escalateAfterS);
    m_offer->setValue(routing.offerTimeoutS);
    m_transfer->setValue(routing.transferTimeoutS);
    m_vanish->setValue(routing.vanishTimeoutS);
    m_abandon->setValue(routing.abandonTimeoutS);
    sayWhatFollows();
}

api::SettingsUpdate RoutingPage::wanted() const
{
    api::DeskRouting routing;
    routing.strategy = strategy();
    routing.escalateAfterS = m_escalate->value();
    routing.offerTimeoutS = m_offer->value();
    routing.transferTimeoutS = m_transfer->value();
    routing.vanishTimeoutS = m_vanish->value();
    routing.abandonTimeoutS = m_abandon->value();
    api::SettingsUpdate update;
    update.routing = routing;
    return update;
}

QByteArray RoutingPage::content(const api::DeskSettings &settings) const
{
    return json::encode(settings.routing.value_or(api::DeskRouting()));
}

} // namespace deskbell::console
