package org.conversions.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.util.Calendar;
import java.util.Date;
import java.util.Set;
import org.conversions.platform.ClockProducer;

/** What holds in every room of the business. */
@AnalyzeClasses(packages = "org.conversions", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    /** The decisions. Everything else loads, calls and stores. */
    private static final Set<String> PURE = Set.of(
            "money.Currencies", "money.ExchangeRate", "money.Money", "money.Share", "money.StoredMoney", "platform.work.Backoff",
            "workspace.AllowedHostnames", "workspace.AttributionModel", "workspace.Feature", "workspace.Plan",
            "workspace.WorkspaceLimits", "workspace.WorkspacePlan", "workspace.WorkspaceView",
            "address.Destination", "address.EmailAddress", "address.Host", "address.LinkKey", "address.PercentEncoding",
            "address.UrlQuery", "access.Area", "access.oauth.AppScopes", "access.oauth.AuthorizationRules", "access.oauth.AuthorizationResponse",
            "access.oauth.CodeBinding", "access.oauth.CodeVerifier", "access.oauth.GrantRules", "access.oauth.OAuthError",
            "access.oauth.RedirectUris", "setup.Founding", "share.ShareDraft", "share.SharedFigures", "share.ShareToken", "overview.ShortText", "overview.Teammate", "overview.ViewQuery",
            "exchange.JumpPolicy", "exchange.Quote",
            "exchange.RateAge", "exchange.RateFile", "exchange.RateSet", "link.domain.DomainSlug", "link.tag.TagName",
            "link.LinkCheck", "link.LinkDraft", "link.LinkExperiment", "link.LinkRules", "link.References",
            "click.visit.BotFilter", "click.ClickTrigger", "click.redirect.Outgoing", "click.redirect.RedirectPolicy", "click.visit.StatedPlace",
            "customer.CustomerDetails", "customer.CustomerField", "customer.Identity", "customer.LastWriterWins",
            "attribution.Attribution", "lead.SignUp", "sale.entry.RestatedEntries", "sale.entry.SaleBalance", "sale.draft.SaleDraft",
            "sale.PastSale", "sale.draft.SaleFacts", "sale.draft.SaleKind", "sale.draft.SaleSource",
            "partner.deal.DealMails", "partner.deal.LeadDecision", "partner.deal.SubmittedLeadDraft", "partner.deal.SubmittedStatus",
            "partner.application.ApplicationForm", "partner.application.Reapplication", "partner.application.Requirement",
            "partner.EnrollmentStatus", "partner.GroupDraft", "partner.LinkDefaults", "partner.PastStandings", "partner.Standing",
            "reward.Condition", "reward.Modifier", "reward.Modifiers", "reward.ConditionJson", "reward.JsonFields", "reward.RewardContext", "reward.RewardTermsInForce",
            "reward.discount.CodeText", "reward.discount.DiscountDraft", "reward.RewardAmount", "reward.Attribute", "reward.Fact", "reward.Operator", "reward.RewardExample", "reward.RewardFacts", "reward.RewardLimits",
            "reward.RewardText", "reward.Slot", "reward.SpendLimit", "reward.RewardTerms", "commission.CommissionStatus", "commission.Entitlement",
            "commission.LeadRewards", "commission.PayoutSplit", "commission.Settlement", "commission.LedgerBalance", "commission.Earning", "commission.EarnedSoFar", "commission.Turn",
            "commission.CommissionEdit", "commission.SelfReferral", "commission.DraftPart", "commission.EntryKind", "commission.Hold", "commission.Judgement",
            "commission.Stage", "commission.StatusChange", "commission.StatusTransitions", "payout.BatchStatus", "payout.PayoutRule",
            "payout.PayoutStatus", "payout.profile.Bic", "payout.profile.Iban", "payout.profile.Payer", "payout.profile.PayoutAccount",
            "payout.profile.PayoutMethod", "payout.profile.PostalAddress", "payout.profile.ProfileMails", "payout.profile.ProfileState",
            "payout.file.FileColumn", "payout.file.PayPalFile", "payout.file.PayoutFiles", "payout.file.SepaFile",
            "payout.file.SepaText", "payout.file.Zip", "payout.statement.StatementCsv", "payout.statement.StatementDraft",
            "payout.statement.StatementText", "platform.Csv", "stripe.object.StripeCustomerObject", "stripe.object.Charge",
            "stripe.object.CheckoutSession", "stripe.object.CreditNote", "stripe.object.Dispute", "stripe.object.Invoice",
            "stripe.object.InvoicePayment", "stripe.object.Refund", "stripe.object.ReturnedMoney",
            "stripe.object.StripeObject", "stripe.object.UsedDiscounts", "stripe.object.Subscription", "stripe.object.TrackingMetadata",
            "stripe.api.StripeKey", "stripe.api.StripeList", "stripe.api.StripeSignature", "stripe.connect.AppSignature",
            "stripe.connect.Owner", "stripe.event.SubscribedTypes",
            "stripe.subscription.ChurnPolicy", "stripe.subscription.SubscriptionStatus", "stripe.refund.RefundPolicy",
            "stripe.lookup.LookupSubject", "stripe.inbox.Envelope", "stripe.inbox.InboxLifecycle",
            "stripe.inbox.InboxLimits", "stripe.inbox.PersonalData",
            "statistics.Cells", "statistics.CellTrait", "statistics.CellValue", "statistics.Deltas",
            "statistics.LinkTotals", "report.CellSource", "report.TimePlan", "report.Choice", "report.Counted", "report.Figures",
            "report.FiguresFilter", "report.object.StripeObjectKind", "report.object.StripeObjectView",
            "stripe.catchup.CatchUpPlan", "report.Granularity", "report.Grouping", "report.MetadataQuery", "report.Period", "report.SaleType",
            "report.Trait", "sample.SampleBuyers", "sample.SampleEvents", "sample.SampleLink", "sample.SampleMonth",
            "sample.SamplePlace", "sample.SampleShop", "sample.SampleStep", "sample.SampleVisits");

    private static final DescribedPredicate<JavaClass> PURE_DECISIONS = describe("are pure decisions",
            type -> PURE.contains(type.getName().replace("org.conversions.", "").replaceAll("\\$.*", "")));

    private static final DescribedPredicate<JavaClass> FLOATING_POINT = describe("floating point",
            type -> Set.of("double", "float", "java.lang.Double", "java.lang.Float").contains(type.getName()));

    @ArchTest
    static void everyPureDecisionIsThere(JavaClasses house) {
        assertThat(PURE).allMatch(name -> house.contain("org.conversions." + name));
    }

    @ArchTest
    static final ArchRule aDecisionKnowsNoContainerNoDatabaseAndNoClock = noClasses().that(PURE_DECISIONS)
            .should().dependOnClassesThat().resideInAnyPackage("jakarta..", "org.eclipse.microprofile..", "org.hibernate..", "java.sql..")
            .orShould().dependOnClassesThat(assignableTo(Clock.class));

    @ArchTest
    static final ArchRule theBusinessKnowsNoHttp = noClasses()
            .should().dependOnClassesThat().resideInAnyPackage("jakarta.ws.rs..", "jakarta.servlet..", "org.conversions.web..");

    @ArchTest
    static final ArchRule anEntityStaysInItsPackage = classes().that().areAnnotatedWith(Entity.class)
            .or().areAnnotatedWith(Embeddable.class).should().bePackagePrivate();

    /** The container calls no others, and refuses observers that are not public. */
    @ArchTest
    static final ArchRule theMethodsOfASessionBeanArePublic = methods().that().areDeclaredInClassesThat()
            .areAnnotatedWith(Stateless.class).and().areNotPrivate().and().areNotStatic().should().bePublic();

    @ArchTest
    static final ArchRule packagesAreNamedForTheBusiness = noClasses()
            .should().resideInAnyPackage("..util..", "..common..", "..helper..", "..impl..", "..dto..", "..manager..");

    @ArchTest
    static final ArchRule moneyIsCountedInWholeMinorUnits = noFields().that().areDeclaredInClassesThat()
            .resideInAnyPackage("..money..", "..exchange..", "..lead..", "..sale..", "..tracking..", "..reward..", "..commission..", "..payout..", "..statistics..", "..report..",
                    "..stripe..")
            .should().haveRawType(FLOATING_POINT);

    @ArchTest
    static final ArchRule noMoneyIsComputedInFloatingPoint = noMethods().that().areDeclaredInClassesThat()
            .resideInAnyPackage("..money..", "..exchange..", "..lead..", "..sale..", "..tracking..", "..reward..", "..commission..", "..payout..", "..statistics..", "..report..",
                    "..stripe..")
            .should().haveRawReturnType(FLOATING_POINT);

    @ArchTest
    static final ArchRule timesAreInstants = noClasses().should().dependOnClassesThat().belongToAnyOf(Date.class, Calendar.class);

    @ArchTest
    static final ArchRule thereIsOneClock = noClasses().that().doNotBelongToAnyOf(ClockProducer.class)
            .should().callMethod(Instant.class, "now").orShould().callMethod(Clock.class, "systemUTC")
            .orShould().callMethod(Clock.class, "systemDefaultZone").orShould().callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule nothingIsPrinted = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    /** A server knows session beans by their simple names. */
    @ArchTest
    static void noTwoSessionBeansHaveTheSameName(JavaClasses house) {
        assertThat(house.stream().filter(type -> type.isAnnotatedWith(Stateless.class) || type.isAnnotatedWith(Singleton.class))
                .map(JavaClass::getSimpleName)).doesNotHaveDuplicates().hasSizeGreaterThan(10);
    }
}
