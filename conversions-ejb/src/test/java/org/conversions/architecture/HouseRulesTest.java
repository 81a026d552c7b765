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
    private static final Set<String> PURE = Set.of("money.Money", "money.Share", "money.Currencies",
            "money.ExchangeRate", "link.LinkKey", "link.Destination", "link.UrlQuery", "link.LinkCheck",
            "link.References", "link.LinkDraft", "link.TagName", "link.DomainSlug", "click.Outgoing",
            "click.BotFilter", "click.RedirectPolicy", "click.StatedPlace", "customer.Identity", "customer.Newest",
            "customer.CustomerField", "conversion.Attribution",
            "conversion.AttributionModel", "conversion.SaleBalance", "conversion.SaleKind", "conversion.SignUp",
            "partner.RewardTerms", "partner.RewardAmount", "partner.Condition", "partner.Modifier",
            "partner.Modifiers", "partner.Occasion", "partner.Promises", "commission.CommissionStatus",
            "commission.Due", "commission.Standing", "commission.Settlement", "commission.StatusChange",
            "commission.Payment", "commission.LeadRewards", "workspace.Founding", "workspace.WorkspaceView",
            "workspace.AllowedHostnames", "workspace.Area", "conversion.SaleTeller", "exchange.Quote",
            "exchange.JumpPolicy", "exchange.RateAge", "exchange.RateSet", "exchange.RateFile",
            "stripe.connect.StripeKey", "stripe.connect.StripeList", "stripe.event.ChurnPolicy",
            "stripe.event.RefundPolicy", "stripe.event.ReturnedMoney", "stripe.event.Refund", "stripe.event.Dispute",
            "stripe.event.CreditNote", "stripe.event.StripeObject", "stripe.event.CheckoutSession",
            "stripe.event.Invoice", "stripe.event.InvoicePayment", "stripe.event.Charge", "stripe.event.Subscription",
            "stripe.event.BuyerAtStripe", "stripe.event.TrackingMetadata", "stripe.inbox.Envelope",
            "stripe.inbox.InboxLimits", "stripe.inbox.StripeSignature", "statistics.Period", "statistics.Tallies",
            "statistics.Figures", "statistics.Choice", "statistics.Trait", "statistics.Grouping", "statistics.SaleType",
            "statistics.Counted", "statistics.FiguresFilter", "statistics.MetadataQuery");

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
            .resideInAnyPackage("..money..", "..exchange..", "..conversion..", "..partner..", "..commission..", "..statistics..", "..stripe..")
            .should().haveRawType(FLOATING_POINT);

    @ArchTest
    static final ArchRule noMoneyIsComputedInFloatingPoint = noMethods().that().areDeclaredInClassesThat()
            .resideInAnyPackage("..money..", "..exchange..", "..conversion..", "..partner..", "..commission..", "..statistics..", "..stripe..")
            .should().haveRawReturnType(FLOATING_POINT);

    @ArchTest
    static final ArchRule timesAreInstants = noClasses().should().dependOnClassesThat().belongToAnyOf(Date.class, Calendar.class);

    @ArchTest
    static final ArchRule thereIsOneClock = noClasses().that().doNotBelongToAnyOf(ClockProducer.class)
            .should().callMethod(Instant.class, "now").orShould().callMethod(Clock.class, "systemUTC")
            .orShould().callMethod(Clock.class, "systemDefaultZone").orShould().callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule nothingIsPrinted = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
