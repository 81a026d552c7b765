import type {ExtensionContextValue} from '@stripe/ui-extension-sdk/context';
import {TrackedView} from '../TrackedView';

export default function PaymentDetail(context: ExtensionContextValue) {
  return <TrackedView context={context} title="Where this payment came from" />;
}
