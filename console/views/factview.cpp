#include "console/views/factview.h"

#include "console/models/wording.h"
#include "console/theme/theme.h"

#include <QAccessibleWidget>
#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QRegularExpression>
#include <QStyle>
#include <QUrl>

namespace deskbell::console {

namespace {

constexpr int mostShown = 240; // characters; the rest is in the tooltip

/// A long word goes on in the next line after a slash or an at sign, and is shortened where it has none of them.
QString breakable(const QString &text, const QFontMetrics &metrics, int room)
{
    static const QRegularExpression ends(QStringLiteral("(?<=[/@\\s])"));
    QStringList parts = text.split(ends, Qt::SkipEmptyParts);
    for (QString &part : parts)
        part = metrics.elidedText(part, Qt::ElideMiddle, room);
    return parts.join(QChar(0x200B));
}

/// The page behind a text that is nothing but the address of one.
QUrl linkIn(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    return web && !url.host().isEmpty() ? url : QUrl();
}

} // namespace

/// The value of a fact: has the focus, copies and opens.
class FactLabel final : public QLabel
{
    Q_DECLARE_TR_FUNCTIONS(FactLabel)

public:
    FactLabel(const Theme &theme, QWidget *parent)
        : QLabel(parent), m_open(new QAction(tr("Open in the browser"), this)), m_copy(new QAction(tr("Copy"), this))
    {
        setFont(theme.font(FontSize::List));
        setTextFormat(Qt::PlainText);
        setWordWrap(true);
        setMinimumWidth(40);
        setFocusPolicy(Qt::TabFocus);
        setProperty("fact", true);
        setContextMenuPolicy(Qt::ActionsContextMenu);
        m_open->setShortcuts({Qt::Key_Return, Qt::Key_Enter});
        m_copy->setShortcut(QKeySequence::Copy);
        for (QAction *each : {m_open, m_copy}) {
            each->setShortcutContext(Qt::WidgetShortcut);
            addAction(each);
        }
        connect(m_open, &QAction::triggered, this, &FactLabel::open);
        connect(m_copy, &QAction::triggered, this, [this] { QGuiApplication::clipboard()->setText(m_whole); });
        setWhole({});
    }

    const QString &whole() const { return m_whole; }
    bool isLink() const { return m_link.isValid(); }

    void setWhole(const QString &whole)
    {
        const bool wasLink = isLink();
        m_whole = whole;
        m_link = linkIn(whole);
        m_open->setEnabled(isLink());
        m_open->setVisible(isLink());
        if (wasLink == isLink())
            return;
        setProperty("link", isLink());
        setCursor(isLink() ? Qt::PointingHandCursor : Qt::ArrowCursor);
        style()->unpolish(this);
        style()->polish(this);
    }

    void open() const
    {
        if (isLink())
            QDesktopServices::openUrl(m_link);
    }

protected:
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        if (event->button() == Qt::LeftButton && rect().contains(event->pos()))
            open();
        QLabel::mouseReleaseEvent(event);
    }

    void mousePressEvent(QMouseEvent *event) override { event->accept(); } // or there would be no release

private:
    QAction *m_open;
    QAction *m_copy;
    QString m_whole;
    QUrl m_link;
};

namespace {

/// Readers hear that a fact is a link, and can follow it.
class FactAccessible final : public QAccessibleWidget
{
public:
    explicit FactAccessible(FactLabel *label) : QAccessibleWidget(label, QAccessible::StaticText), m_label(label) { }

    QAccessible::Role role() const override { return m_label->isLink() ? QAccessible::Link : QAccessible::StaticText; }
    QStringList actionNames() const override
    {
        QStringList names = QAccessibleWidget::actionNames();
        if (m_label->isLink())
            names.prepend(pressAction());
        return names;
    }
    void doAction(const QString &name) override
    {
        if (name == pressAction())
            m_label->open();
        else
            QAccessibleWidget::doAction(name);
    }

private:
    FactLabel *m_label; // the object of this interface
};

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    auto *label = dynamic_cast<FactLabel *>(object);
    return label ? new FactAccessible(label) : nullptr;
}

} // namespace

FactView::FactView(const Theme &theme, const QString &icon, const QString &name, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_iconName(icon), m_icon(new QLabel(this)), m_caption(new QLabel(this)),
      m_value(new FactLabel(theme, this))
{
    QAccessible::installFactory(makeAccessible); // once, however often it is said
    m_icon->setFixedSize(20, 20);
    m_icon->setVisible(!icon.isEmpty());
    m_caption->setFont(theme.font(FontSize::Small));
    m_caption->setProperty("tone", QStringLiteral("hint"));
    m_caption->setTextFormat(Qt::PlainText);
    m_caption->setWordWrap(true);
    m_value->setObjectName(name);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(1);
    texts->addWidget(m_caption);
    texts->addWidget(m_value);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 6, 0, 6);
    row->setSpacing(space::m);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    showIcon();
}

void FactView::setCaption(const QString &caption)
{
    m_caption->setText(breakable(caption, m_caption->fontMetrics(), m_caption->width()));
    m_caption->setProperty("whole", caption);
    setSpoken(m_value->whole());
}

void FactView::setText(const QString &text)
{
    setText(text, text);
}

void FactView::setText(const QString &shown, const QString &whole)
{
    setVisible(!whole.isEmpty());
    m_shown = shown.size() > mostShown ? shown.left(mostShown).trimmed() + QChar(0x2026) : shown;
    m_value->setWhole(whole);
    fit();
    setSpoken(whole);
}

void FactView::setSpoken(const QString &spoken)
{
    m_value->setAccessibleName(QStringLiteral("%1: %2").arg(m_caption->property("whole").toString(), spoken));
}

void FactView::showIcon()
{
    const QIcon icon = m_theme.icon(m_iconName, Token::Ink3);
    if (!m_iconName.isEmpty())
        m_icon->setPixmap(icon.pixmap(QSize(18, 18), devicePixelRatioF()));
}

QLabel *FactView::value() const
{
    return m_value;
}

void FactView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void FactView::fit()
{
    const int icon = m_iconName.isEmpty() ? 0 : m_icon->width() + space::m;
    const int room = std::max(m_value->minimumWidth(), width() - icon);
    const QString caption = m_caption->property("whole").toString();
    m_caption->setText(breakable(caption, m_caption->fontMetrics(), room));
    const QString fitting = breakable(m_shown, m_value->fontMetrics(), room);
    m_value->setText(fitting);
    const bool all = QString(fitting).remove(QChar(0x200B)) == m_value->whole();
    // Rich text, so that it goes on in further lines.
    m_value->setToolTip(all ? QString() : QStringLiteral("<qt>%1</qt>").arg(m_value->whole().toHtmlEscaped()));
}

} // namespace deskbell::console
