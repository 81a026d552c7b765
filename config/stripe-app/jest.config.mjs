import uiExtensionJestConfig from '@stripe/ui-extension-tools/jest.config.ui-extension.mjs';

// The SDK is published as ECMAScript modules, which Jest runs only when they are translated.
export default {
  ...uiExtensionJestConfig,
  transform: {'\\.[jt]sx?$': 'ts-jest'},
  transformIgnorePatterns: ['/node_modules/(?!@stripe/ui-extension-sdk/)'],
};
