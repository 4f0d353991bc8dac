// All that Kollega needs in Azure, without a secret: one identity proves who it is to Teams, to the store and to the
// registry. registry.bicep comes before it. What stands here is held against the code by test/infra.
// See docs/install-in-your-tenant.md.

@description('Where the app and its data are.')
param location string = resourceGroup().location

@description('The name that was given to registry.bicep.')
@minLength(3)
@maxLength(20)
param name string = 'kollega'

@description('The server of the registry, as registry.bicep tells it.')
param registryServer string

@description('The image and its version, such as kollega:0.8.0.')
param image string

@description('Entra object ids of the admins, comma-separated.')
param admins string = ''

@description('Tenants whose people may use Kollega, comma-separated. Empty: this one only.')
param allowedTenants string = ''

@description('Where neither a person nor a question tells: sv, fi or en.')
@allowed(['sv', 'fi', 'en'])
param defaultLanguage string = 'sv'

@description('The OpenTelemetry collector beside Kollega.')
param collectorImage string = 'docker.io/otel/opentelemetry-collector-contrib:0.130.0'

var databaseName = 'kollega'
var port = 3978
var publicUrl = 'https://${name}.${environment.properties.defaultDomain}'

// Made from the code by `npm run infra`; a test refuses it when it is older than the code.
var containers = loadJsonContent('containers.json')

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: '${name}-identity'
}

// ── The store ───────────────────────────────────────────────────────────────────────────────────────────────────────

resource account 'Microsoft.DocumentDB/databaseAccounts@2024-11-15' = {
  name: '${name}-${uniqueString(resourceGroup().id)}'
  location: location
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    capabilities: [
      {
        name: 'EnableServerless'
      }
    ]
    locations: [
      {
        locationName: location
        failoverPriority: 0
      }
    ]
    consistencyPolicy: {
      defaultConsistencyLevel: 'Session'
    }
    // No keys: only identities with a role get in.
    disableLocalAuth: true
    disableKeyBasedMetadataWriteAccess: true
    minimalTlsVersion: 'Tls12'
    backupPolicy: {
      type: 'Continuous'
      continuousModeProperties: {
        tier: 'Continuous7Days'
      }
    }
  }
}

resource database 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2024-11-15' = {
  parent: account
  name: databaseName
  properties: {
    resource: {
      id: databaseName
    }
  }
}

@batchSize(1)
resource storeContainers 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2024-11-15' = [
  for container in containers: {
    parent: database
    name: container.id
    properties: {
      resource: {
        id: container.id
        partitionKey: {
          paths: container.partitionKey.paths
          kind: 'Hash'
          version: 2
        }
        defaultTtl: container.defaultTtl
        indexingPolicy: container.indexingPolicy
      }
    }
  }
]

// Cosmos DB Built-in Data Contributor: reads and writes documents, makes no databases or containers.
resource storeRole 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2024-11-15' = {
  parent: account
  name: guid(account.id, identity.id)
  properties: {
    principalId: identity.properties.principalId
    roleDefinitionId: '${account.id}/sqlRoleDefinitions/00000000-0000-0000-0000-000000000002'
    scope: account.id
  }
}

// ── Seeing inside ───────────────────────────────────────────────────────────────────────────────────────────────────

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    retentionInDays: 30
    sku: {
      name: 'PerGB2018'
    }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: '${name}-insights'
  location: location
  kind: 'other'
  properties: {
    Application_Type: 'other'
    WorkspaceResourceId: workspace.id
    // What comes from people's devices would carry their addresses; nothing does, and none would be kept.
    DisableIpMasking: false
  }
}

// ── The app ─────────────────────────────────────────────────────────────────────────────────────────────────────────

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-environment'
  location: location
  properties: {
    // By diagnostic settings below, which need no key of the workspace.
    appLogsConfiguration: {
      destination: 'azure-monitor'
    }
  }
}

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: environment
  properties: {
    workspaceId: workspace.id
    logs: [
      {
        category: 'ContainerAppConsoleLogs'
        enabled: true
      }
      {
        category: 'ContainerAppSystemLogs'
        enabled: true
      }
    ]
  }
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    environmentId: environment.id
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: port
        transport: 'http'
        allowInsecure: false
      }
      registries: [
        {
          server: registryServer
          identity: identity.id
        }
      ]
    }
    template: {
      // Longer than Kollega takes to end its turns.
      terminationGracePeriodSeconds: 30
      containers: [
        {
          name: 'kollega'
          image: '${registryServer}/${image}'
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
          env: [
            { name: 'MicrosoftAppId', value: identity.properties.clientId }
            { name: 'MicrosoftAppType', value: 'UserAssignedMSI' }
            { name: 'MicrosoftAppTenantId', value: tenant().tenantId }
            { name: 'ALLOWED_TENANTS', value: allowedTenants }
            { name: 'ADMINS', value: admins }
            { name: 'COSMOS_ENDPOINT', value: account.properties.documentEndpoint }
            { name: 'COSMOS_DATABASE', value: databaseName }
            { name: 'HOST', value: '0.0.0.0' }
            { name: 'PORT', value: string(port) }
            { name: 'PUBLIC_URL', value: publicUrl }
            { name: 'DEFAULT_LANGUAGE', value: defaultLanguage }
            { name: 'TIME_ZONE', value: 'Europe/Helsinki' }
            { name: 'LOG_LEVEL', value: 'info' }
            { name: 'OTEL_EXPORTER_OTLP_ENDPOINT', value: 'http://127.0.0.1:4318' }
            // Read by Azure's own library: which identity to use for the store.
            { name: 'AZURE_CLIENT_ID', value: identity.properties.clientId }
          ]
          probes: [
            {
              // Nobody is sent here before store and indexes are ready.
              type: 'Startup'
              httpGet: { path: '/readyz', port: port }
              periodSeconds: 5
              failureThreshold: 60
            }
            {
              type: 'Liveness'
              httpGet: { path: '/healthz', port: port }
              periodSeconds: 30
              failureThreshold: 3
            }
            {
              // Not /readyz: with its store lost Kollega still answers from its indexes, and nobody else would.
              type: 'Readiness'
              httpGet: { path: '/healthz', port: port }
              periodSeconds: 10
              failureThreshold: 3
            }
          ]
        }
        {
          name: 'collector'
          image: collectorImage
          args: ['--config=env:COLLECTOR_CONFIG']
          resources: {
            cpu: json('0.25')
            memory: '0.5Gi'
          }
          env: [
            { name: 'COLLECTOR_CONFIG', value: loadTextContent('collector.yaml') }
            // Names where to send; whoever has it can send figures there, and read nothing.
            { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: insights.properties.ConnectionString }
          ]
        }
      ]
      scale: {
        // Never none: reminders and announcements go out while nobody asks.
        minReplicas: 1
        maxReplicas: 2
      }
    }
  }
  dependsOn: [storeContainers, storeRole]
}

// ── The bot's registration ──────────────────────────────────────────────────────────────────────────────────────────

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: '${name}-bot'
  // Regional, so that what passes through stays in the EU; not 'global'.
  location: 'westeurope'
  kind: 'azurebot'
  sku: {
    name: 'F0'
  }
  properties: {
    displayName: 'Kollega'
    endpoint: '${publicUrl}/api/messages'
    // One tenant, and an identity instead of a password that expires.
    msaAppType: 'UserAssignedMSI'
    msaAppId: identity.properties.clientId
    msaAppTenantId: tenant().tenantId
    msaAppMSIResourceId: identity.id
    disableLocalAuth: true
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'westeurope'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
      acceptedTerms: true
    }
  }
}

@description('For `kollega manifest`, which puts them into the Teams app package.')
output MicrosoftAppId string = identity.properties.clientId
output PUBLIC_URL string = publicUrl
