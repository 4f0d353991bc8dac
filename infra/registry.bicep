// Where Kollega's image lies, and who Kollega is. Deployed first, for main.bicep needs the image.
// See docs/install-in-your-tenant.md.

@description('Where everything is; the bot registration has its own region, see main.bicep.')
param location string = resourceGroup().location

@description('The name that everything begins with: small letters and digits, 3 to 20.')
@minLength(3)
@maxLength(20)
param name string = 'kollega'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
}

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' = {
  name: '${name}${uniqueString(resourceGroup().id)}'
  location: location
  sku: {
    name: 'Basic'
  }
  properties: {
    // Images are pulled with the identity, not with a password.
    adminUserEnabled: false
  }
}

// AcrPull, a role of Azure's own.
var pullRole = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7f951dda-4ed3-4680-a7ca-43fe172d538d')

resource pulls 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, identity.id, pullRole)
  scope: registry
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: pullRole
  }
}

output registryName string = registry.name
output registryServer string = registry.properties.loginServer
