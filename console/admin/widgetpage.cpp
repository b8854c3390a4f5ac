#include "console/admin/widgetpage.h"

#include "console/admin/editform.h"
#include "console/admin/lookpreview.h"
#include "console/admin/recordpanel.h"
#include "console/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QToolButton>

#include <array>

namespace deskbell::console {

namespace {

constexpr int mostDays = 36'500;

/// Such that white or near black reads well on each.
constexpr std::array<const char *, 8> swatches{"#0F6B66", "#2F5FB3", "#5B4BB7", "#9A2C6B",
                                               "#B42318", "#A6530C", "#3F6B1F", "#39424E"};

QIcon swatch(const QColor &color)
{
    QPixmap pixmap(40, 40);
    pixmap.fill(Qt::transparent);
    pixmap.setDevicePixelRatio(2);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(QRectF(1, 1, 18, 18));
    return QIcon(pixmap);
}

} // namespace

WidgetPage::WidgetPage(const AdminContext &context, QWidget *parent)
    : SettingsPage(context,
                   {QStringLiteral("widget"), QStringLiteral("globe"), tr("Widget"),
                    tr("What visitors see on your pages: the desk's name, its words and its colours.")},
                   parent),
      m_preview(new LookPreview(context.theme, this))
{
    addWords();
    panel().form().addHeading(tr("Looks"));
    panel().form().addWide(m_preview);
    addLook();
    panel().form().addHeading(tr("Data"));
    m_retention =
        panel().form().addNumber(QStringLiteral("retentionDays"), tr("Remove ended chats after"), 0, mostDays);
    m_retention->setSuffix(tr(" days"));
    m_retention->setSpecialValueText(tr("Keep them"));
    connect(&panel().form(), &EditForm::changed, this, &WidgetPage::preview);
}

void WidgetPage::addWords()
{
    EditForm &form = panel().form();
    m_name = form.addText(QStringLiteral("deskName"), tr("Name of the desk"));
    m_greeting = form.addLongText(QStringLiteral("greeting"), tr("Greeting"), 2);
    m_greeting->setPlaceholderText(tr("What visitors read before they write"));
    m_away = form.addLongText(QStringLiteral("awayMessage"), tr("While nobody is there"), 2);
    m_away->setPlaceholderText(tr("What they read instead, when you are closed"));
}

void WidgetPage::addLook()
{
    EditForm &form = panel().form();
    m_title = form.addText(QStringLiteral("lookTitle"), tr("Title"));
    m_title->setPlaceholderText(tr("The desk's name"));
    m_subtitle = form.addText(QStringLiteral("lookSubtitle"), tr("Line below it"));
    m_primary = form.addText(QStringLiteral("look"), tr("Colour"));
    m_primary->setPlaceholderText(QLatin1String(swatches.front()));
    form.addWide(makeColours());
    m_corner = form.addChoice(QStringLiteral("lookPosition"), tr("Corner"), {tr("Lower right"), tr("Lower left")});
    m_scheme = form.addChoice(QStringLiteral("lookTheme"), tr("Light or dark"),
                              {tr("Like the visitor's system"), tr("Light"), tr("Dark")});
    m_brand = form.addCheck(QStringLiteral("lookBrand"), tr("Say “Deskbell” at its foot"));
}

QWidget *WidgetPage::makeColours()
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::xs);
    for (const char *each : swatches) {
        const QString name = QLatin1String(each);
        auto *button = new QToolButton(box);
        button->setObjectName(named("ColourButton"));
        button->setIcon(swatch(QColor(name)));
        button->setIconSize({20, 20});
        button->setAccessibleName(tr("Colour %1").arg(name));
        button->setToolTip(name);
        connect(button, &QToolButton::clicked, this, [this, name] { m_primary->setText(name); });
        row->addWidget(button);
    }
    row->addStretch();
    return box;
}

void WidgetPage::fill(const api::DeskSettings &settings)
{
    m_name->setText(settings.deskName);
    m_greeting->setPlainText(settings.greeting);
    m_away->setPlainText(settings.awayMessage);
    m_retention->setValue(settings.retentionDays.value_or(0));
    const api::DeskLook &look = settings.look;
    m_title->setText(look.title.value_or(QString()));
    m_subtitle->setText(look.subtitle.value_or(QString()));
    m_primary->setText(look.primary.value_or(QString()));
    m_corner->setCurrentIndex(int(look.position.value_or(api::Corner::Right)));
    m_scheme->setCurrentIndex(int(look.theme.value_or(api::Theme::Auto)));
    m_brand->setChecked(look.brand.value_or(true));
    preview();
}

/// What is left empty is not said, so that pages and the widget's own words decide.
api::DeskLook WidgetPage::look() const
{
    api::DeskLook look;
    const auto text = [](const QLineEdit *edit) {
        const QString typed = edit->text().trimmed();
        return typed.isEmpty() ? std::optional<QString>() : std::optional<QString>(typed);
    };
    look.title = text(m_title);
    look.subtitle = text(m_subtitle);
    look.primary = text(m_primary);
    if (m_corner->currentIndex() > 0)
        look.position = api::Corner(m_corner->currentIndex());
    if (m_scheme->currentIndex() > 0)
        look.theme = api::Theme(m_scheme->currentIndex());
    if (!m_brand->isChecked())
        look.brand = false;
    return look;
}

api::SettingsUpdate WidgetPage::wanted() const
{
    api::SettingsUpdate update;
    update.deskName = m_name->text().trimmed();
    update.greeting = m_greeting->toPlainText();
    update.awayMessage = m_away->toPlainText();
    update.retentionDays = m_retention->value();
    update.look = look();
    return update;
}

QByteArray WidgetPage::content(const api::DeskSettings &settings) const
{
    return json::encode(settings.look) + settings.deskName.toUtf8() + '\n' + settings.greeting.toUtf8() + '\n'
        + settings.awayMessage.toUtf8() + '\n' + QByteArray::number(settings.retentionDays.value_or(0));
}

void WidgetPage::preview()
{
    const QColor chosen(m_primary->text().trimmed());
    const QString title = m_title->text().trimmed();
    const bool systemDark = context().theme.scheme() == Scheme::Dark;
    const auto scheme = api::Theme(m_scheme->currentIndex());
    m_preview->show(
        {chosen.isValid() ? chosen : QColor(QLatin1String(swatches.front())), api::Corner(m_corner->currentIndex()),
         scheme == api::Theme::Dark || (scheme == api::Theme::Auto && systemDark), m_brand->isChecked(),
         title.isEmpty() ? m_name->text() : title, m_subtitle->text().trimmed(), m_greeting->toPlainText()});
}

} // namespace deskbell::console
